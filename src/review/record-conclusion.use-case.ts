import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts, positionOf } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  InvalidInput,
  lineInput,
  parseInput,
  requireBegan,
  saveRevision,
  textInput,
} from '../platform/index.js';
import { conclusionContent } from './edited-content.js';
import { Meeting } from './meeting.entity.js';
import { type Conclusion, meetingKinds, type MeetingTerms, meetingTerms } from './meeting-kinds.js';
import { participants, undeclared } from './participants.js';
import {
  CorrectionReasonMissing,
  DeclarationsMissing,
  MeetingNotHeld,
  NobodyTookPart,
} from './review.errors.js';
import { findInvitees } from './review.repository.js';
import { openMeeting, pointKindOf, requireState } from './standing.js';

export const recordConclusionSchema = z.object({
  conclusion: z.enum(['通过', '修改后通过', '重新论证', '退回'], { error: '请选择结论' }),
  discussion: textInput().refine((text) => text.trim() !== '', { error: '请记录讨论情况' }),
  headStatement: textInput().default(''),
  differenceReason: textInput().default(''),
  dissentingViews: z
    .array(z.object({ holder: lineInput(), view: textInput(10_000) }))
    .max(200)
    .default([]),
  /** Why a conclusion that stands already is corrected. */
  reason: textInput(500).default(''),
  began: beganInput,
});
type Record = z.output<typeof recordConclusionSchema>;

/**
 * Records what a held meeting concluded, with what the minutes must say. It is corrected until the version that
 * follows is frozen; the step of the chart weighs it against the signatures and the attendance as they are then.
 */
@Injectable()
export class RecordConclusionUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{conclusion, discussion, headStatement?, differenceReason?, dissentingViews?, reason?}` */
  async execute(compilationId: string, actor: Actor, meetingId: string, input: unknown): Promise<void> {
    const { conclusion, reason, began, ...minutes } = parseInput(recordConclusionSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'meeting.concluded' }, async (act) => {
      const meeting = await openMeeting(act.tx, compilationId, meetingId, '登记结论');
      const position = await positionOf(act.tx, compilationId);
      const terms = meetingTerms(position, meeting.kind);
      requireState(position, pointKindOf(meeting.kind), ['convened', 'revising'], '登记结论');
      if (meeting.heldAt === null) throw new MeetingNotHeld(terms.title, '登记结论');
      requireBegan(began, conclusionContent(meeting), '会议结论');
      const corrects = meeting.conclusion !== null;
      if (corrects && reason.trim() === '') throw new CorrectionReasonMissing('会议结论');
      this.requireForm({ kind: meeting.kind, ...terms }, conclusion, minutes);
      await this.requireParticipants(act, meeting, terms);
      const change = { conclusion, concludedAt: act.now, minutes };
      await saveRevision(act.tx, Meeting, meeting, change, '该会议');
      act.note({ id: meetingId, conclusion, dissentingViews: minutes.dissentingViews.length });
      if (corrects) act.note({ corrects: meeting.conclusion, reason });
    });
  }

  private requireForm(
    { kind, title }: MeetingTerms & Pick<Meeting, 'kind'>,
    conclusion: Conclusion,
    { headStatement }: Pick<Record, 'headStatement'>,
  ): void {
    const { conclusions } = meetingKinds[kind];
    if (!(conclusions as readonly Conclusion[]).includes(conclusion)) {
      throw new InvalidInput(
        `${title}的结论应为${conclusions.map((name) => `“${name}”`).join('')}之一；请重新选择。`,
        'conclusion-of-another-meeting',
      );
    }
    if (kind === 'plenary' && headStatement.trim() === '') {
      throw new InvalidInput(
        '没有记录主要负责人最后发表的意见；请补记（《重大行政决策程序暂行条例》第三十条）。',
        'head-statement-missing',
      );
    }
  }

  /** Experts conclude; who has not said whether they have a direct interest cannot be known to be one of them. */
  private async requireParticipants(act: Act, { id, kind }: Meeting, { title }: MeetingTerms): Promise<void> {
    const invitees = await findInvitees(act.tx, id);
    const silent = kind === 'expertReview' ? undeclared(invitees) : [];
    if (silent.length > 0) throw new DeclarationsMissing(silent.map((invitee) => invitee.name));
    if (participants(invitees).length === 0) throw new NobodyTookPart(title);
  }
}
