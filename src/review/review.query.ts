import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Deadline } from '../compilation/index.js';
import { Clock, Database } from '../platform/index.js';
import { Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { findMeetingTerms } from './meeting-kinds.js';
import { meetingWarnings } from './meeting-times.js';
import {
  type InviteeView,
  type MeetingView,
  pointView,
  type PointView,
  type SignatureState,
} from './meeting-view.js';
import { isRecused } from './participants.js';
import { findInvitee, findInvitees, findMeeting, findMeetings } from './review.repository.js';
import { type PointKind, ReviewPoint } from './review-point.entity.js';
import { Signature } from './signature.entity.js';
import { signedContentDigest } from './signed-content.js';
import { unchangedAnswers } from './unfounded-points.js';
import { weighMeeting } from './weigh-meeting.js';

/** Read models of meetings and points, for pages, API and documents. */
@Injectable()
export class ReviewQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every meeting of a compilation, in the order they were arranged. */
  meetings(compilationId: string): Promise<MeetingView[]> {
    return this.database.read(async (reader) => {
      const views: MeetingView[] = [];
      for (const meeting of await findMeetings(reader, compilationId))
        views.push(await this.view(reader, meeting));
      return views;
    });
  }

  meeting(compilationId: string, id: string): Promise<MeetingView> {
    return this.database.read(async (reader) =>
      this.view(reader, await findMeeting(reader, compilationId, id)),
    );
  }

  /** The meeting that somebody is invited to. */
  meetingOf(compilationId: string, inviteeId: string): Promise<MeetingView> {
    return this.database.read(async (reader) => {
      const { meetingId } = await findInvitee(reader, compilationId, inviteeId);
      return this.view(reader, await findMeeting(reader, compilationId, meetingId));
    });
  }

  /** Points of one kind, or of all, through all rounds. */
  points(compilationId: string, kind?: PointKind): Promise<PointView[]> {
    return this.database.read((reader) => pointsOf(reader, { compilationId, ...(kind && { kind }) }));
  }

  private async view(reader: EntityManager, meeting: Meeting): Promise<MeetingView> {
    const { compilationId } = meeting;
    const { title, deadlineKey } = await findMeetingTerms(reader, compilationId, meeting.kind);
    const invitees = await findInvitees(reader, meeting.id);
    const due = await reader.findOneBy(Deadline, { compilationId, key: deadlineKey });
    const materialsSentAt = meeting.materialsSentAt ?? this.clock.now();
    return {
      ...meeting,
      title,
      warnings: meetingWarnings(meeting.startsAt, materialsSentAt, due?.nominal ?? null),
      weight: await weighMeeting(reader, meeting),
      invitees: await inviteeViews(reader, meeting, invitees),
      points: await pointsOf(reader, { compilationId, meetingId: meeting.id }),
    };
  }
}

async function inviteeViews(
  reader: EntityManager,
  meeting: Meeting,
  invitees: Invitee[],
): Promise<InviteeView[]> {
  const signatures = await reader.find(Signature, {
    where: { inviteeId: In(invitees.map((invitee) => invitee.id)) },
    order: { id: 'ASC' },
  });
  const views: InviteeView[] = [];
  for (const invitee of invitees) {
    const { id, partyId, name, organisation, response, present, conflict, recommendation, writtenOpinion } =
      invitee;
    const latest = signatures.filter((signature) => signature.inviteeId === id).at(-1);
    const digest = await signedContentDigest(reader, meeting, invitee);
    const known = { id, partyId, name, organisation, response, present, conflict, recommendation };
    views.push({
      ...known,
      writtenOpinion,
      recused: isRecused(invitee),
      signature: signatureState(latest, digest),
    });
  }
  return views;
}

function signatureState(latest: Signature | undefined, digest: string): SignatureState {
  if (latest === undefined) return 'unsigned';
  return latest.voidedAt === null && latest.contentDigest === digest ? 'signed' : 'void';
}

async function pointsOf(
  reader: EntityManager,
  where: Partial<Pick<ReviewPoint, 'compilationId' | 'meetingId' | 'kind'>>,
): Promise<PointView[]> {
  const points = await reader.find(ReviewPoint, { where: where as never, order: { id: 'ASC' } });
  const ids = points.flatMap(({ inviteeId }) => (inviteeId === null ? [] : [inviteeId]));
  const invitees = await reader.findBy(Invitee, { id: In([...new Set(ids)]) });
  const byId = new Map(invitees.map((invitee) => [invitee.id, invitee]));
  const unchanged = new Set((await unchangedAnswers(reader, points)).map(({ id }) => id));
  return points.map((point) => pointView(point, byId, unchanged.has(point.id)));
}
