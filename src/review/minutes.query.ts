import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { dateOf, formatDate } from '../calendar/index.js';
import { findCompilation, mailHeading } from '../compilation/index.js';
import { DraftVersion } from '../drafts/index.js';
import { Database } from '../platform/index.js';
import { type DocumentView } from '../render/index.js';
import { bears, expertConclusions } from '../../workflows/index.js';
import { plenaryAttendance } from './attendance.js';
import { startsAtText } from './invitation-mail.js';
import { type Invitee } from './invitee.entity.js';
import { type DissentingView, type Meeting } from './meeting.entity.js';
import { findMeetingTerms, type MeetingTerms } from './meeting-kinds.js';
import { type PointView } from './meeting-view.js';
import { isRecused } from './participants.js';
import { MeetingNotConcluded } from './review.errors.js';
import { findInvitees, findMeeting } from './review.repository.js';
import { ReviewQuery } from './review.query.js';
import { participation, type Participation } from './signed-opinions.js';

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
      const terms = await findMeetingTerms(reader, compilationId, kind);
      const { title } = terms;
      if (concludedAt === null || minutes === null) throw new MeetingNotConcluded(title);
      const invitees = await findInvitees(reader, meetingId);
      const { secretariat } = await findCompilation(reader, compilationId);
      const { points, weight } = await this.reviews.meeting(compilationId, meetingId);
      const took = kind === 'expertReview' ? await participation(reader, meeting) : null;
      return {
        properties: { title: `${title}纪要（第${round}次）`, createdAt: concludedAt },
        head: { ...(await head(reader, meeting, invitees, terms)), hasPoints: points.length > 0 },
        rows: points.map(pointRow),
        tail: {
          ...minutes,
          dissentingViews: [...minutes.dissentingViews, ...signedDissent(took, conclusion)],
          noDissent: noDissent(took, points),
          isPlenary: kind === 'plenary',
          conclusion,
          recommendations: recommendations(took?.signed ?? []),
          unsigned: took === null ? 0 : took.present.length - took.signed.length,
          reservation: weight === null || weight.met ? '' : weight.sentence,
          secretariat,
          dateText: formatDate(dateOf(concludedAt)),
        },
      };
    });
  }
}

async function head(
  reader: EntityManager,
  meeting: Meeting,
  invitees: Invitee[],
  { title, version: discussed }: MeetingTerms,
): Promise<object> {
  const { kind, round, startsAt, place, agenda, draftVersionId } = meeting;
  const heading = mailHeading(await findCompilation(reader, meeting.compilationId));
  const draft = draftVersionId === null ? null : await reader.findOneBy(DraftVersion, { id: draftVersionId });
  const version = draft === null ? discussed : draft.name;
  const names = (some: Invitee[]) => some.map((invitee) => seatName(meeting, invitee));
  return {
    title,
    round,
    startsAtText: startsAtText(startsAt),
    place,
    draftTitle: `${heading.title}（${version}）`,
    agenda,
    attendance: kind === 'plenary' ? await attendanceText(reader, meeting, invitees) : '',
    present: names(invitees.filter((invitee) => invitee.present && !isRecused(invitee))),
    recused: names(invitees.filter(isRecused)),
    absent: names(invitees.filter((invitee) => !invitee.present && !isRecused(invitee))),
  };
}

async function attendanceText(reader: EntityManager, { compilationId }: Meeting, invitees: Invitee[]) {
  const { present, quorum } = await plenaryAttendance(reader, compilationId, invitees);
  return `${present}家（成员单位${quorum.units}家，规定至少${quorum.least}家）`;
}

const seatName = ({ kind }: Meeting, { name, organisation }: Invitee): string =>
  kind === 'plenary' ? organisation : `${name}（${organisation}）`;

/** An expert who signed for something else than the conclusion dissented, whatever was typed into the record. */
function signedDissent(took: Participation | null, conclusion: string | null): DissentingView[] {
  const against = (took?.signed ?? []).filter(
    ({ recommendation }) => !bears(recommendation, conclusion ?? ''),
  );
  return against.map(({ name, organisation, recommendation, writtenOpinion }) => ({
    holder: `${name}（${organisation}，书面意见建议“${recommendation ?? ''}”）`,
    view: writtenOpinion,
  }));
}

/** What may be said when no different view is on record: not that there is none while opinions are outstanding. */
function noDissent(took: Participation | null, points: readonly PointView[]): string {
  const dissenting = points.filter(({ dissent }) => dissent).map(({ number }) => `第${number}条`);
  if (dissenting.length > 0) return `不同意见见会议意见${dissenting.join('、')}。`;
  const open = took === null ? 0 : took.present.length - took.signed.length;
  if (took === null || open === 0) return '没有不同意见。';
  return `已签署的书面意见${took.signed.length}份中没有不同意见；还有${open}名专家没有签署书面意见。`;
}

function pointRow(point: PointView): object {
  const { number, proposer, clauseLabel, content, dissent } = point;
  return { number, proposer, clauseLabel, content, dissent };
}

function recommendations(experts: Invitee[]): { conclusion: string; count: number }[] {
  return expertConclusions
    .map((conclusion) => ({
      conclusion,
      count: experts.filter((expert) => expert.recommendation === conclusion).length,
    }))
    .filter(({ count }) => count > 0);
}
