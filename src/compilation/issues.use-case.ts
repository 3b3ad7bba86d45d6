import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../engine/index.js';
import {
  type Actor,
  InvalidInput,
  lineInput,
  NotFound,
  parseInput,
  saveRevision,
  textInput,
} from '../platform/index.js';
import { Issue } from './issue.entity.js';

export const raiseIssueSchema = z.object({
  kind: z.enum(['重大问题', '分歧意见']),
  title: lineInput(),
  views: z
    .array(z.object({ holder: lineInput(), view: lineInput(2000), reason: textInput() }))
    .min(1, { error: '请写明至少一方的意见' }),
  proposal: textInput(),
});

/** Logs a major problem or an unresolved disagreement, escalates it to the leading group, and records its decision. */
@Injectable()
export class IssuesUseCase {
  constructor(private readonly acts: Acts) {}

  raise(compilationId: string, actor: Actor, input: unknown): Promise<{ id: string }> {
    const issue = parseInput(raiseIssueSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'issue.raised' }, async (act) => {
      const id = act.ids.next();
      const open = { escalatedAt: null, decision: null, decidedAt: null, revision: 1 };
      await act.tx.insert(Issue, { ...issue, ...open, id, compilationId, raisedAt: act.now } as never);
      act.note({ id, kind: issue.kind });
      return { id };
    });
  }

  /** Both views must be written down first: the leading group decides on what it can read. */
  escalate(compilationId: string, actor: Actor, id: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'issue.escalated' }, async (act) => {
      const issue = await this.find(act, id);
      if (issue.kind === '分歧意见' && (issue.views.length < 2 || issue.proposal.trim() === '')) {
        throw new InvalidInput(
          '分歧意见须写明双方的意见、理由和处理建议后方可提请；请补全。',
          'views-missing',
        );
      }
      await saveRevision(act.tx, Issue, issue, { escalatedAt: act.now }, '该事项');
      act.note({ id });
    });
  }

  decide(compilationId: string, actor: Actor, id: string, decision: unknown): Promise<void> {
    const text = parseInput(lineInput(2000), decision);
    return this.acts.perform({ compilationId, actor, type: 'issue.decided' }, async (act) => {
      const issue = await this.find(act, id);
      if (issue.escalatedAt === null) {
        throw new InvalidInput('该事项尚未提请领导小组，不能登记决定；请先提请。', 'not-escalated');
      }
      await saveRevision(act.tx, Issue, issue, { decision: text, decidedAt: act.now }, '该事项');
      act.note({ id });
    });
  }

  private async find(act: Act, id: string): Promise<Issue> {
    const issue = await act.tx.findOneBy(Issue, { id, compilationId: act.compilationId });
    if (issue === null) throw new NotFound('重大问题或者分歧意见', id);
    return issue;
  }
}
