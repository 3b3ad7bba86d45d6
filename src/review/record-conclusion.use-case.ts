import { z } from 'zod';
import { type Act, defineAct, positionOf } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  InvalidInput,
  lineInput,
  named,
  requireBegan,
  saveRevision,
  secretariat,
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

/**
 * Records what a held meeting concluded, with what the minutes must say. It is corrected until the version that
 * follows is frozen; the step of the chart weighs it against the signatures and the attendance as they are then.
 */
export const recordConclusion = defineAct({
  name: 'meeting.concluded',
  title: '登记会议结论',
  summary: '登记会议结论和纪要要点；全体会议须记主要负责人最后发表的意见',
  may: secretariat,
  path: 'meetings/:meetingId/conclusion',
  input: z.object({
    meetingId: idSchema,
    conclusion: named('结论', z.enum(['通过', '修改后通过', '重新论证', '退回'], { error: '请选择结论' })),
    discussion: named(
      '讨论情况',
      textInput().refine((text) => text.trim() !== '', { error: '请记录讨论情况' }),
    ),
    headStatement: named('主要负责人最后发表的意见', textInput().default('')),
    differenceReason: named('与多数意见不一致的理由', textInput().default('')),
    dissentingViews: named(
      '不同意见',
      z
        .array(z.object({ holder: named('谁的意见', lineInput()), view: named('意见', textInput(10_000)) }))
        .max(200)
        .default([]),
    ),
    /** Why a conclusion that stands already is corrected. */
    reason: named('更正事由', textInput(500).default('')),
    began: beganInput,
  }),
  example: {
    meetingId: exampleId,
    conclusion: '修改后通过',
    discussion: '与会专家逐条讨论，建议修改后通过。',
  },
  async perform(act, { meetingId, conclusion, reason, began, ...minutes }) {
    const meeting = await openMeeting(act.tx, act.compilationId, meetingId, '登记结论');
    const position = await positionOf(act.tx, act.compilationId);
    const terms = meetingTerms(position, meeting.kind);
    requireState(position, pointKindOf(meeting.kind), ['convened', 'revising'], '登记结论');
    if (meeting.heldAt === null) throw new MeetingNotHeld(terms.title, '登记结论');
    requireBegan(began, conclusionContent(meeting), '会议结论');
    const corrects = meeting.conclusion !== null;
    if (corrects && reason.trim() === '') throw new CorrectionReasonMissing('会议结论');
    requireForm({ kind: meeting.kind, ...terms }, conclusion, minutes);
    await requireParticipants(act, meeting, terms);
    const change = { conclusion, concludedAt: act.now, minutes };
    await saveRevision(act.tx, Meeting, meeting, change, '该会议');
    act.note({ id: meetingId, conclusion, dissentingViews: minutes.dissentingViews.length });
    if (corrects) act.note({ corrects: meeting.conclusion, reason });
  },
});

function requireForm(
  { kind, title }: MeetingTerms & Pick<Meeting, 'kind'>,
  conclusion: Conclusion,
  { headStatement }: { headStatement: string },
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
async function requireParticipants(act: Act, { id, kind }: Meeting, { title }: MeetingTerms): Promise<void> {
  const invitees = await findInvitees(act.tx, id);
  const silent = kind === 'expertReview' ? undeclared(invitees) : [];
  if (silent.length > 0) throw new DeclarationsMissing(silent.map((invitee) => invitee.name));
  if (participants(invitees).length === 0) throw new NobodyTookPart(title);
}
