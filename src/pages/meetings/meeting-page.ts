import { Injectable } from '@nestjs/common';
import { dateOf, formatDateTime, timeOfDay } from '../../calendar/index.js';
import { DraftsQuery } from '../../drafts/index.js';
import { markOf } from '../../platform/index.js';
import {
  attendanceContent,
  conclusionContent,
  type InviteeView,
  type MeetingActs,
  MeetingActsQuery,
  meetingKinds,
  type MeetingView,
  type MinutesContent,
  opinionContent,
  ReviewQuery,
  ruleContent,
  timesContent,
} from '../../review/index.js';
import { attendanceShares, expertConclusions, expertRules } from '../../../workflows/index.js';
import { ClauseChoices } from './clause-choices.js';
import {
  countsOf,
  meetingPath,
  meetingsPath,
  meetingTitle,
  sentenceOf,
  standingOf,
  subNav,
  whenText,
} from './meeting-words.js';
import { pointLine } from './point-view.js';

interface Seat {
  compilationId: string;
  meetingId: string;
  inviteeId: string;
}

/** Of whoever only reads. */
const noActs: MeetingActs = {
  arrange: false,
  reschedule: false,
  withdraw: false,
  respond: false,
  invite: false,
  attend: false,
  write: false,
  file: false,
  conclude: false,
  answer: false,
};

/** What the list of meetings and the page of one show. */
@Injectable()
export class MeetingPage {
  constructor(
    private readonly reviews: ReviewQuery,
    private readonly acts: MeetingActsQuery,
    private readonly clauses: ClauseChoices,
    private readonly drafts: DraftsQuery,
  ) {}

  async list(compilationId: string, mayAct: boolean): Promise<object> {
    const meetings = await this.reviews.meetings(compilationId);
    const planned = await this.acts.planned(compilationId);
    const kinds = await Promise.all(
      planned.map(async ({ kind, title }) => ({
        title,
        open: mayAct && (await this.acts.mayArrange(compilationId, kind)),
        href: `${meetingsPath(compilationId)}/arrange/${kind}`,
      })),
    );
    return {
      subNav: subNav(compilationId, 'meetings'),
      sentence: listSentence(meetings),
      kinds,
      rules: await this.rules(compilationId, mayAct),
      meetings: meetings.map((meeting) => meetingLine(compilationId, meeting)).reverse(),
    };
  }

  async one(compilationId: string, id: string, mayAct: boolean): Promise<object> {
    const meeting = await this.reviews.meeting(compilationId, id);
    const acts = mayAct ? await this.acts.of(compilationId, id) : noActs;
    const labels = await this.clauses.labels(compilationId);
    const path = meetingPath(compilationId, id);
    const { kind, minutes, startsAt, endsAt } = meeting;
    return {
      subNav: subNav(compilationId, 'meetings'),
      path,
      base: meetingsPath(compilationId),
      arrangeAgain: `${meetingsPath(compilationId)}/arrange/${kind}`,
      sentence: sentenceOf(meeting),
      title: meetingTitle(meeting),
      place: meeting.place,
      when: whenText(meeting),
      agenda: meeting.agenda,
      warnings: meeting.warnings,
      isExpert: kind === 'expertReview',
      pointKind: kind === 'expertReview' ? 'expert' : 'plenary',
      draft: await this.draftTitle(compilationId, meeting),
      sentAt: meeting.materialsSentAt === null ? null : formatDateTime(meeting.materialsSentAt),
      times: { date: dateOf(startsAt), from: timeOfDay(startsAt), to: timeOfDay(endsAt) },
      began: {
        times: markOf(timesContent(meeting)),
        attendance: markOf(attendanceContent(meeting.heldAt, meeting.invitees)),
        conclusion: markOf(conclusionContent(meeting)),
      },
      acts,
      held: meeting.heldAt !== null,
      unweighed: meeting.weight === null || meeting.weight.met ? '' : meeting.weight.sentence,
      weight: weightLine(meeting),
      counts: countsOf(meeting),
      candidates: acts.invite ? await this.acts.invitable(compilationId, id) : [],
      invitees: meeting.invitees.map((invitee) => inviteeLine(path, meeting, invitee)),
      conclusion: meeting.conclusion,
      concludedAt: meeting.concludedAt === null ? null : formatDateTime(meeting.concludedAt),
      minutes,
      dissents: dissentsOf(minutes),
      conclusions: meetingKinds[kind].conclusions,
      points: meeting.points.map((point) =>
        pointLine(point, labels, { answer: acts.answer, amend: acts.file }),
      ),
      clauses: acts.file ? await this.clauses.of(compilationId, meeting.draftVersionId) : [],
      working: acts.answer ? await this.clauses.changed(compilationId, meeting.draftVersionId) : [],
    };
  }

  async invitee({ compilationId, meetingId, inviteeId }: Seat, mayAct: boolean): Promise<object | null> {
    const meeting = await this.reviews.meeting(compilationId, meetingId);
    const invitee = meeting.invitees.find(({ id }) => id === inviteeId);
    if (invitee === undefined) return null;
    const path = meetingPath(compilationId, meetingId);
    const conclusions = expertConclusions;
    const own = meeting.points.filter((point) => point.inviteeId === inviteeId);
    const labels = await this.clauses.labels(compilationId);
    return {
      ...inviteeLine(path, meeting, invitee),
      subNav: subNav(compilationId, 'meetings'),
      meeting: { title: meetingTitle(meeting), href: path, when: whenText(meeting) },
      acts: mayAct ? await this.acts.of(compilationId, meetingId) : noActs,
      isExpert: meeting.kind === 'expertReview',
      accepted: invitee.response === 'accepted',
      declined: invitee.response === 'declined',
      none: invitee.conflict === 'none',
      recommendations: conclusions.map((word) => ({ word, chosen: word === invitee.recommendation })),
      began: markOf(opinionContent(invitee.recommendation, invitee.writtenOpinion)),
      writtenOpinion: invitee.writtenOpinion,
      points: own.map((point) => pointLine(point, labels, { answer: false, amend: false })),
    };
  }

  private async rules(compilationId: string, mayAct: boolean) {
    const { title, source, attendance, revision } = await this.acts.rule(compilationId);
    return {
      began: markOf(ruleContent({ revision })),
      expert: `专家论证：参加论证的专家过半数、且不少于${expertRules.leastOpinions}名签署书面论证意见，其中过半数支持所作的结论（${expertRules.source}）。`,
      plenary: `全体会议：领导小组成员单位${title}，同一单位的几个席位计为一家（${source}）。`,
      action: mayAct ? `${meetingsPath(compilationId)}/rules` : null,
      shares: Object.entries(attendanceShares).map(([value, share]) => ({
        value,
        title: share.title,
        chosen: value === attendance,
      })),
    };
  }

  private async draftTitle(compilationId: string, { kind, draftVersionId }: MeetingView): Promise<string> {
    const versions = await this.drafts.versions(compilationId);
    const draft = versions.find(({ id }) => id === draftVersionId);
    if (draft === undefined) return (await this.acts.terms(compilationId, kind)).version;
    return `${draft.name}第${draft.revision}稿`;
  }
}

/** What the gate says of the conclusion, with its mark. */
function weightLine({ weight }: MeetingView) {
  if (weight === null) return null;
  const status = weight.met
    ? { kind: '', shape: 'done', word: '与总览的条件一致' }
    : { kind: 'act', shape: 'half', word: '还不能据此办理下一步' };
  return { sentence: weight.sentence, status };
}

/** What was recorded before, and room for three in all. */
function dissentsOf(minutes: MinutesContent | null) {
  const known = minutes?.dissentingViews ?? [];
  const blank = Array.from({ length: Math.max(0, 3 - known.length) }, () => ({ holder: '', view: '' }));
  return [...known, ...blank].map(({ holder, view }, index) => ({ number: index + 1, holder, view }));
}

function listSentence(meetings: readonly MeetingView[]): string {
  const last = meetings.at(-1);
  if (last === undefined) return '还没有安排会议。';
  return `已安排会议${meetings.length}次；最近一次：${sentenceOf(last)}`;
}

function meetingLine(compilationId: string, meeting: MeetingView) {
  return {
    title: meetingTitle(meeting),
    href: meetingPath(compilationId, meeting.id),
    when: whenText(meeting),
    place: meeting.place,
    standing: standingOf(meeting),
    counts: countsOf(meeting),
  };
}

const responses = { accepted: '参加', declined: '不参加' } as const;
const signatures = {
  signed: { kind: '', shape: 'done', word: '已签署' },
  void: { kind: 'act', shape: 'back', word: '签署后有改动，须重签' },
  unsigned: { kind: 'pending', shape: 'half', word: '未签署' },
} as const;

function inviteeLine(path: string, { kind }: MeetingView, invitee: InviteeView) {
  const { id, name, organisation, response, present, conflict, recused, recommendation } = invitee;
  return {
    id,
    name,
    organisation,
    response: response === null ? '未回复' : responses[response],
    present,
    conflict: conflict === null ? '未声明' : recused ? '有直接利害关系，回避' : '无直接利害关系',
    recused,
    declared: conflict !== null,
    recommendation: recommendation ?? '未填写',
    signature: kind === 'expertReview' && !recused && present ? signatures[invitee.signature] : null,
    href: `${path}/invitees/${id}`,
  };
}
