import { type EntityManager, In, IsNull, LessThanOrEqual } from 'typeorm';
import { DraftVersion } from '../drafts/index.js';
import { positionOf, WithdrawnRecord } from '../engine/index.js';
import { NotFound } from '../platform/index.js';
import { approveStage } from '../../workflows/index.js';
import { Invitee } from './invitee.entity.js';
import { Meeting } from './meeting.entity.js';
import { type MeetingKind } from './meeting-kinds.js';
import { type PointKind, ReviewPoint } from './review-point.entity.js';
import { Signature } from './signature.entity.js';

export async function findMeeting(
  reader: EntityManager,
  compilationId: string,
  id: string,
): Promise<Meeting> {
  const meeting = await reader.findOneBy(Meeting, { id, compilationId });
  if (meeting === null) throw new NotFound('会议', id);
  return meeting;
}

/** The meeting of a round, or null while nobody has arranged it. */
export const meetingOfRound = (
  reader: EntityManager,
  compilationId: string,
  kind: MeetingKind,
  round: number,
): Promise<Meeting | null> => reader.findOneBy(Meeting, { compilationId, kind, round });

export const findMeetings = (reader: EntityManager, compilationId: string): Promise<Meeting[]> =>
  reader.find(Meeting, { where: { compilationId }, order: { id: 'ASC' } });

/** In the order in which they were invited. */
export const findInvitees = (reader: EntityManager, meetingId: string): Promise<Invitee[]> =>
  reader.find(Invitee, { where: { meetingId }, order: { position: 'ASC' } });

export async function findInvitee(
  reader: EntityManager,
  compilationId: string,
  id: string,
): Promise<Invitee> {
  const invitee = await reader.findOneBy(Invitee, { id, compilationId });
  if (invitee === null) throw new NotFound('参会人员', id);
  return invitee;
}

export const findPoints = (
  reader: EntityManager,
  compilationId: string,
  kind: PointKind,
  round: number,
): Promise<ReviewPoint[]> =>
  reader.find(ReviewPoint, { where: { compilationId, kind, round }, order: { number: 'ASC' } });

/** One more than the highest that was ever given in the round. */
export async function nextPointNumber(
  reader: EntityManager,
  compilationId: string,
  kind: PointKind,
  round: number,
): Promise<number> {
  const kept = (await findPoints(reader, compilationId, kind, round)).map(({ number }) => number);
  const aside = await reader.findBy(WithdrawnRecord, { compilationId, kind: 'review_point' });
  const takenBack = aside
    .map(({ content }) => content as unknown as ReviewPoint)
    .filter((point) => point.kind === kind && point.round === round)
    .map(({ number }) => number);
  return Math.max(0, ...kept, ...takenBack) + 1;
}

export async function findPoint(
  reader: EntityManager,
  compilationId: string,
  id: string,
): Promise<ReviewPoint> {
  const point = await reader.findOneBy(ReviewPoint, { id, compilationId });
  if (point === null) throw new NotFound('论证或者审议意见', id);
  return point;
}

/** Signatures that hold, by whoever signed. */
export async function validSignatures(
  reader: EntityManager,
  inviteeIds: string[],
): Promise<Map<string, Signature>> {
  const found = await reader.findBy(Signature, { inviteeId: In(inviteeIds), voidedAt: IsNull() });
  return new Map(found.map((signature) => [signature.inviteeId, signature]));
}

/** The frozen revision that a point is about; of a returned packet the text that was in it. */
export async function discussedVersion(
  reader: EntityManager,
  { compilationId, kind, meetingId, filedAt }: ReviewPoint,
): Promise<string | null> {
  if (kind === 'municipal') {
    const { submitted } = (await positionOf(reader, compilationId)).words(approveStage).versions;
    const [returned] = await reader.find(DraftVersion, {
      where: { compilationId, name: submitted, state: 'frozen', frozenAt: LessThanOrEqual(filedAt) },
      order: { id: 'DESC' },
      take: 1,
    });
    return returned?.id ?? null;
  }
  if (meetingId === null) return null;
  return (await findMeeting(reader, compilationId, meetingId)).draftVersionId;
}
