import { z } from 'zod';
import { findClauses, latestFrozen } from '../drafts/index.js';
import { type Act, defineAct, positionOf } from '../engine/index.js';
import {
  exampleId,
  insertRows,
  InvalidInput,
  named,
  NotFound,
  secretariat,
  sha256,
} from '../platform/index.js';
import { approveStage } from '../../workflows/index.js';
import { participatingSeat } from './expert-seat.js';
import { pointText } from './points.dto.js';
import { MeetingNotConvened, MeetingNotHeld } from './review.errors.js';
import { findInvitee, meetingOfRound, nextPointNumber } from './review.repository.js';
import { pointKinds, ReviewPoint } from './review-point.entity.js';
import { findMeetingTerms, type MeetingKind, meetingTerms } from './meeting-kinds.js';
import { currentRound, openMeeting, requireState } from './standing.js';
import { voidSignature } from './void-signature.js';

const filedPoint = z.object({
  kind: named(
    '意见的来源',
    z.enum(pointKinds, {
      error: '应为 expert（专家意见）、plenary（审议意见）或者 municipal（退回意见）',
    }),
  ),
  /** Whose written opinion it belongs to; without it the meeting as a whole, or the government, made it. */
  inviteeId: z.string().nullable().default(null),
  /** The clause of the draft that was discussed; without it the whole text. */
  clauseId: z.string().nullable().default(null),
  content: pointText,
  dissent: named('不同意见', z.boolean().default(false)),
});
type FiledPoint = z.output<typeof filedPoint>;

/** Where a point belongs: the round, the meeting that made it, and the draft it is about. */
interface Place {
  round: number;
  meetingId: string | null;
  draftVersionId: string | null;
}

/** Files one point by clause: an expert's, the plenary's, or the municipal government's after it returned the packet. */
export const filePoint = defineAct({
  name: 'reviewPoint.filed',
  title: '登记论证要点',
  summary: '登记一条意见，可注明条款',
  // An expert files on a page of their own, which says whose point it is.
  may: secretariat,
  path: 'review-points',
  input: filedPoint,
  example: { kind: 'expert', inviteeId: exampleId, clauseId: null, content: '建议补充测算依据。' },
  answer: z.object({ id: z.string(), number: z.int() }),
  status: 201,
  async perform(act, point) {
    const { compilationId } = act;
    const place = await placeOf(act, point);
    const clauseLabel = await clauseLabelOf(act, point.clauseId, place.draftVersionId);
    const { kind, inviteeId } = point;
    const id = act.ids.next();
    // A number that was given to a point since taken back is not given again.
    const number = await nextPointNumber(act.tx, compilationId, kind, place.round);
    const { round, meetingId } = place;
    const row = { ...point, id, compilationId, round, number, meetingId, clauseLabel, filedAt: act.now };
    await insertRows(act.tx, ReviewPoint, [{ ...row, ...unanswered }]);
    if (inviteeId !== null) await voidSignature(act, inviteeId);
    act.note({ id, kind, round, number, inviteeId, contentDigest: sha256(point.content) });
    return { id, number, meetingId };
  },
});

async function placeOf(act: Act, { kind, inviteeId }: FiledPoint): Promise<Place> {
  if (kind === 'municipal') return municipalPlace(act);
  const meetingKind = kind === 'expert' ? 'expertReview' : 'plenary';
  const meeting = await meetingNow(act, meetingKind);
  if (kind === 'plenary' && meeting.heldAt === null) {
    const { title } = await findMeetingTerms(act.tx, act.compilationId, 'plenary');
    throw new MeetingNotHeld(title, '登记审议意见');
  }
  if (inviteeId !== null) await requireSeat(act, kind, inviteeId, meeting.id);
  return { round: meeting.round, meetingId: meeting.id, draftVersionId: meeting.draftVersionId };
}

async function meetingNow(act: Act, kind: MeetingKind) {
  const position = await positionOf(act.tx, act.compilationId);
  const round = currentRound(position.context, kind);
  const meeting = await meetingOfRound(act.tx, act.compilationId, kind, round);
  if (meeting === null) throw new MeetingNotConvened(meetingTerms(position, kind).title);
  return openMeeting(act.tx, act.compilationId, meeting.id, '登记意见');
}

async function requireSeat(act: Act, kind: 'expert' | 'plenary', inviteeId: string, meetingId: string) {
  const invitee =
    kind === 'expert'
      ? (await participatingSeat(act.tx, act, inviteeId, '提出论证意见')).invitee
      : await findInvitee(act.tx, act.compilationId, inviteeId);
  if (invitee.meetingId !== meetingId) throw new NotFound('本次会议的参会人员', inviteeId);
}

async function municipalPlace(act: Act): Promise<Place> {
  const position = await positionOf(act.tx, act.compilationId);
  requireState(position, 'municipal', ['reworking'], '登记退回意见');
  const { submitted } = position.words(approveStage).versions;
  const draft = await latestFrozen(act.tx, act.compilationId, submitted);
  const round = currentRound(position.context, 'municipal');
  return { round, meetingId: null, draftVersionId: draft?.id ?? null };
}

async function clauseLabelOf(
  act: Act,
  clauseId: string | null,
  draftVersionId: string | null,
): Promise<string> {
  if (clauseId === null) return '全文';
  const clauses = draftVersionId === null ? [] : await findClauses(act.tx, draftVersionId);
  const clause = clauses.find((candidate) => candidate.clauseId === clauseId);
  if (clause === undefined) {
    throw new InvalidInput('所选条款不在所讨论的文稿中；请在该文稿中重新选择。', 'clause-not-in-draft');
  }
  return `${clause.label}${clause.title}`;
}

const unanswered = {
  answer: null,
  answerText: '',
  answerClauseId: null,
  unchangedReason: null,
  answeredAt: null,
  revision: 1,
};
