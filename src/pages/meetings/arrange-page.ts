import { Injectable } from '@nestjs/common';
import { dateOf, timeOfDay } from '../../calendar/index.js';
import { CompilationQuery } from '../../compilation/index.js';
import { DirectoryQuery } from '../../directory/index.js';
import { markOf } from '../../platform/index.js';
import {
  arrangementContent,
  MeetingActsQuery,
  type MeetingKind,
  type MeetingView,
  ReviewQuery,
} from '../../review/index.js';
import { meetingsPath, subNav } from './meeting-words.js';

const usual = { date: '', from: '14:00', to: '17:00', place: '' };

/** The form that arranges the next meeting, filled with what was arranged before, if anything. */
@Injectable()
export class ArrangePage {
  constructor(
    private readonly reviews: ReviewQuery,
    private readonly acts: MeetingActsQuery,
    private readonly compilations: CompilationQuery,
    private readonly directory: DirectoryQuery,
  ) {}

  async view(compilationId: string, kind: MeetingKind): Promise<object> {
    const { title, agenda, deadlineKey, version } = await this.acts.terms(compilationId, kind);
    const all = await this.reviews.meetings(compilationId);
    const waiting = all.find((meeting) => meeting.kind === kind && meeting.materialsSentAt === null);
    const deadlines = await this.compilations.deadlines(compilationId);
    const due = deadlines.find(({ key }) => key === deadlineKey);
    return {
      subNav: subNav(compilationId, 'meetings'),
      action: `${meetingsPath(compilationId)}/arrange/${kind}`,
      back: meetingsPath(compilationId),
      title,
      version,
      began: markOf(arrangementContent(waiting ?? null, waiting?.invitees ?? [])),
      again: waiting !== undefined,
      due: due === undefined ? null : due.text,
      times: waiting === undefined ? usual : timesOf(waiting),
      agenda: (waiting?.agenda ?? agenda).join('\n'),
      parties: await this.parties(kind, waiting),
    };
  }

  private async parties(kind: MeetingKind, waiting: MeetingView | undefined) {
    const known = new Set(waiting?.invitees.map(({ partyId }) => partyId));
    if (kind === 'plenary') {
      const members = await this.directory.leadingGroup();
      return members.map(({ id, organisation, post }) => ({
        id,
        title: organisation,
        second: post,
        chosen: waiting === undefined || known.has(id),
      }));
    }
    const experts = await this.directory.experts();
    return experts.map(({ id, name, institution, field }) => ({
      id,
      title: name,
      second: `${institution}　${field}`,
      chosen: known.has(id),
    }));
  }
}

const timesOf = ({ startsAt, endsAt, place }: MeetingView) => ({
  date: dateOf(startsAt),
  from: timeOfDay(startsAt),
  to: timeOfDay(endsAt),
  place,
});
