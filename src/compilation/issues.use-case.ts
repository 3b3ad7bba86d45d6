import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  type Act,
  Acts,
  correctionReason,
  RecordInUse,
  withdrawRow,
  withdrawSchema,
} from '../engine/index.js';
import {
  type Actor,
  beganInput,
  canonicalJson,
  InvalidInput,
  lineInput,
  NotFound,
  parseInput,
  requireBegan,
  saveRevision,
  sha256,
  textInput,
} from '../platform/index.js';
import { decisionContent, issueContent } from './edited-content.js';
import { Issue } from './issue.entity.js';

export const raiseIssueSchema = z.object({
  kind: z.enum(['重大问题', '分歧意见']),
  title: lineInput(),
  views: z
    .array(z.object({ holder: lineInput(), view: lineInput(2000), reason: textInput() }))
    .min(1, { error: '请写明至少一方的意见' }),
  proposal: textInput(),
});
export const amendIssueSchema = raiseIssueSchema.extend({ reason: correctionReason, began: beganInput });
export const decideIssueSchema = z.object({
  decision: lineInput(2000),
  /** Why a decision that stands already is corrected. */
  reason: textInput(500).default(''),
  began: beganInput,
});
const escalateIssueSchema = z.object({ began: beganInput });

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

  /**
   * Completes or corrects what was written down, e.g. the other side's view. What was put before the leading group is
   * put before it anew: the group decides on what it read.
   * @throws RecordInUse once it is decided
   */
  amend(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { reason, began, ...content } = parseInput(amendIssueSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'issue.amended' }, async (act) => {
      const issue = await this.undecided(act, id);
      requireBegan(began, issueContent(issue), '该事项');
      await saveRevision(act.tx, Issue, issue, { ...content, escalatedAt: null }, '该事项');
      const contentDigest = sha256(canonicalJson(content));
      act.note({
        id,
        kind: content.kind,
        reason,
        contentDigest,
        escalatedBefore: issue.escalatedAt !== null,
      });
    });
  }

  /** Takes an issue back that is none, or that the sides settled between them. @throws RecordInUse once it is decided */
  withdraw(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'issue.withdrawn' }, async (act) => {
      await withdrawRow(act, Issue, await this.undecided(act, id), reason);
    });
  }

  /** Both views must be written down first: the leading group decides on what it can read. @param input `{began?}` */
  escalate(compilationId: string, actor: Actor, id: string, input: unknown = {}): Promise<void> {
    const { began } = parseInput(escalateIssueSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'issue.escalated' }, async (act) => {
      const issue = await this.find(act, id);
      requireBegan(began, issueContent(issue), '该事项', wordsOf(issue));
      if (issue.kind === '分歧意见' && (issue.views.length < 2 || issue.proposal.trim() === '')) {
        throw new InvalidInput(
          '分歧意见须写明双方的意见、理由和处理建议后方可提请；请用“补充更正”补全，或者写明事由撤回。',
          'views-missing',
        );
      }
      await saveRevision(act.tx, Issue, issue, { escalatedAt: act.now }, '该事项');
      act.note({ id });
    });
  }

  /** @param input `{decision, reason?}`; a decision that stands is corrected with a reason */
  decide(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { decision, reason, began } = parseInput(decideIssueSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'issue.decided' }, async (act) => {
      const issue = await this.find(act, id);
      if (issue.escalatedAt === null) {
        throw new InvalidInput('该事项尚未提请领导小组，不能登记决定；请先提请。', 'not-escalated');
      }
      requireBegan(began, decisionContent(issue), '该事项', wordsOf(issue));
      const corrects = issue.decidedAt !== null;
      if (corrects && reason.trim() === '') {
        throw new InvalidInput(
          '决定已经登记，更正须写明事由；请写明更正的事由。',
          'correction-reason-missing',
        );
      }
      await saveRevision(act.tx, Issue, issue, { decision, decidedAt: act.now }, '该事项');
      act.note({ id, ...(corrects && { reason }) });
    });
  }

  private async undecided(act: Act, id: string): Promise<Issue> {
    const issue = await this.find(act, id);
    if (issue.decidedAt !== null) {
      throw new RecordInUse('该事项', '已由领导小组决定', '决定有误的，请写明事由更正决定');
    }
    return issue;
  }

  private async find(act: Act, id: string): Promise<Issue> {
    const issue = await act.tx.findOneBy(Issue, { id, compilationId: act.compilationId });
    if (issue === null) throw new NotFound('重大问题或者分歧意见', id);
    return issue;
  }
}

/** What is decided on, in short. */
function wordsOf({ title, views, proposal }: Issue): string {
  const sides = views.map(({ holder, view }) => `${holder}“${view}”`).join('，');
  return `“${title}”，${sides}${proposal === '' ? '' : `，处理建议“${proposal}”`}`;
}
