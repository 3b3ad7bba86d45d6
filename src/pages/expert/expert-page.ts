import { Injectable } from '@nestjs/common';
import { formatDateTime, formatDateWithWeekday, dateOf, formatTime } from '../../calendar/index.js';
import { CompilationQuery } from '../../compilation/index.js';
import { DraftsQuery } from '../../drafts/index.js';
import { markOf } from '../../platform/index.js';
import {
  type InviteeView,
  type MeetingView,
  opinionContent,
  pointContent,
  type PointView,
  ReviewQuery,
} from '../../review/index.js';
import { expertConclusions } from '../../../workflows/index.js';
import { clauseLines } from '../unit/clause-lines.js';
import { expertPath } from './expert-seat.js';

/** What one expert sees: the invitation, the draft, their own points and opinion; nothing of the other experts. */
@Injectable()
export class ExpertPage {
  constructor(
    private readonly review: ReviewQuery,
    private readonly drafts: DraftsQuery,
    private readonly compilations: CompilationQuery,
  ) {}

  async view(compilationId: string, inviteeId: string): Promise<object> {
    const meeting = await this.review.meetingOf(compilationId, inviteeId);
    const invitee = meeting.invitees.find(({ id }) => id === inviteeId)!;
    const { contact } = await this.compilations.only(compilationId);
    const points = meeting.points.filter((point) => point.inviteeId === inviteeId);
    return {
      path: expertPath(inviteeId),
      sentence: sentenceOf(meeting, invitee),
      name: invitee.name,
      organisation: invitee.organisation,
      contact: { office: contact.office, telephone: contact.telephone, address: contact.address },
      meeting: meetingFacts(meeting),
      invitee: inviteeFacts(invitee),
      isExpertMeeting: meeting.kind === 'expertReview',
      conclusions: expertConclusions.map((conclusion) => ({
        conclusion,
        chosen: conclusion === invitee.recommendation,
      })),
      points: points.map(pointLine),
      clauses: await this.clauses(compilationId, meeting),
    };
  }

  private async clauses(compilationId: string, { draftVersionId }: MeetingView): Promise<object[]> {
    if (draftVersionId === null) return [];
    return clauseLines(await this.drafts.view(compilationId, draftVersionId));
  }
}

/** What is still to be done, in the order in which it is done. */
function sentenceOf({ title, conclusion, heldAt }: MeetingView, invitee: InviteeView): string {
  const { response, conflict, recused, recommendation, signature } = invitee;
  const hello = `${invitee.name}：`;
  if (recused) return `${hello}您已声明有直接利害关系，依规回避，不参加${title}的结论。`;
  if (response === null && heldAt === null) return `${hello}请答复是否参加${title}。`;
  if (response === 'declined' && !invitee.present) return `${hello}您已答复不参加${title}。`;
  if (conflict === null) return `${hello}请先声明与所论证事项有无直接利害关系。`;
  if (recommendation === null) return `${hello}请阅读文稿，填写书面论证意见。`;
  if (signature !== 'signed') return `${hello}书面论证意见已填写，请签署。`;
  return conclusion === null ? `${hello}书面论证意见已签署。` : `${hello}${title}结论为“${conclusion}”。`;
}

function meetingFacts({
  title,
  startsAt,
  endsAt,
  place,
  agenda,
  round,
  conclusion,
  heldAt,
}: MeetingView): object {
  const when = `${formatDateWithWeekday(dateOf(startsAt))}${formatTime(startsAt)}至${formatTime(endsAt)}`;
  return { title, round, when, place, agenda, conclusion, held: heldAt !== null };
}

function inviteeFacts(invitee: InviteeView): object {
  const { response, conflict, recused, recommendation, writtenOpinion, signature } = invitee;
  return {
    response: response === null ? null : { accepted: '参加', declined: '不参加' }[response],
    conflict: conflict === null ? null : { none: '没有直接利害关系', direct: '有直接利害关系' }[conflict],
    mayWrite: conflict !== null && !recused,
    recommendation,
    opinion: writtenOpinion,
    began: markOf(opinionContent(recommendation, writtenOpinion)),
    signed: signature === 'signed',
    signatureText: {
      unsigned: '尚未签署',
      signed: '已签署',
      void: '签署后又有改动，原签署已经失效，请重新签署',
    }[signature],
  };
}

function pointLine(point: PointView): object {
  const { id, number, clauseLabel, content, dissent, answer, answerText, answeredAt, filedAt } = point;
  const said = { changed: '已修改', unchanged: '未修改' };
  return {
    ...{ id, number, clauseLabel, content, dissent, answerText },
    began: markOf(pointContent(point)),
    filedAt: formatDateTime(filedAt),
    answer: answer === null ? null : said[answer],
    answeredAt: answeredAt === null ? null : formatDateTime(answeredAt),
  };
}
