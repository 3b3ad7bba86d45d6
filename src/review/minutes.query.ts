import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { dateOf, formatDate } from '../calendar/index.js';
import { findCompilation, mailHeading } from '../compilation/index.js';
import { DraftVersion } from '../drafts/index.js';
import { Database } from '../platform/index.js';
import { type DocumentView } from '../render/index.js';
import { startsAtText } from './invitation-mail.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { meetingKinds } from './meeting-kinds.js';
import { type PointView } from './meeting-view.js';
import { isRecused, participants } from './participants.js';
import { MeetingNotConcluded } from './review.errors.js';
import { findInvitees, findMeeting } from './review.repository.js';
import { ReviewQuery } from './review.query.js';

/** 会议纪要: what templates/documents/minutes is told of a concluded meeting. */
@Injectable()
export class MinutesQuery {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewQuery,
  ) {}

  /** @throws MeetingNotConcluded while there is nothing to minute */
  view(compilationId: string, meetingId: string): Promise<DocumentView> {
    return this.database.read(async (reader) => {
      const meeting = await findMeeting(reader, compilationId, meetingId);
      const { concludedAt, minutes, conclusion, round, kind } = meeting;
      const { title } = meetingKinds[kind];
      if (concludedAt === null || minutes === null) throw new MeetingNotConcluded(title);
      const invitees = await findInvitees(reader, meetingId);
      const { secretariat } = await findCompilation(reader, compilationId);
      const { points } = await this.reviews.meeting(compilationId, meetingId);
      return {
        properties: { title: `${title}纪要（第${round}次）`, createdAt: concludedAt },
        head: { ...(await head(reader, meeting, invitees)), hasPoints: points.length > 0 },
        rows: points.map(pointRow),
        tail: {
          ...minutes,
          isPlenary: kind === 'plenary',
          conclusion,
          recommendations: recommendations(participants(invitees)),
          secretariat,
          dateText: formatDate(dateOf(concludedAt)),
        },
      };
    });
  }
}

async function head(reader: EntityManager, meeting: Meeting, invitees: Invitee[]): Promise<object> {
  const { kind, round, startsAt, place, agenda, draftVersionId } = meeting;
  const heading = mailHeading(await findCompilation(reader, meeting.compilationId));
  const draft = draftVersionId === null ? null : await reader.findOneBy(DraftVersion, { id: draftVersionId });
  const version = draft === null ? meetingKinds[kind].version : draft.name;
  const names = (some: Invitee[]) => some.map((invitee) => seatName(meeting, invitee));
  return {
    title: meetingKinds[kind].title,
    round,
    startsAtText: startsAtText(startsAt),
    place,
    draftTitle: `${heading.title}（${version}）`,
    agenda,
    present: names(invitees.filter((invitee) => invitee.present && !isRecused(invitee))),
    recused: names(invitees.filter(isRecused)),
    absent: names(invitees.filter((invitee) => !invitee.present && !isRecused(invitee))),
  };
}

const seatName = ({ kind }: Meeting, { name, organisation }: Invitee): string =>
  kind === 'plenary' ? organisation : `${name}（${organisation}）`;

function pointRow(point: PointView): object {
  const { number, proposer, clauseLabel, content, dissent } = point;
  return { number, proposer, clauseLabel, content, dissent };
}

function recommendations(experts: Invitee[]): { conclusion: string; count: number }[] {
  return meetingKinds.expertReview.conclusions
    .map((conclusion) => ({
      conclusion,
      count: experts.filter((expert) => expert.recommendation === conclusion).length,
    }))
    .filter(({ count }) => count > 0);
}
