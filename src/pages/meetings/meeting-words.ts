import { dateOf, formatDateWithWeekday, formatTime } from '../../calendar/index.js';
import { type InviteeView, type MeetingView } from '../../review/index.js';
import { areaPath } from '../frame/navigation.js';

export const meetingsPath = (compilationId: string): string => areaPath(compilationId, 'meetings');
export const meetingPath = (compilationId: string, id: string): string =>
  `${meetingsPath(compilationId)}/${id}`;

/** The pages of the area beside one another. */
export function subNav(compilationId: string, current: 'meetings' | 'issues' | 'municipal') {
  const base = meetingsPath(compilationId);
  return [
    { key: 'meetings', label: '会议', href: base },
    { key: 'issues', label: '重大分歧', href: `${base}/issues` },
    { key: 'municipal', label: '市政府退回意见', href: `${base}/municipal` },
  ].map((entry) => ({ ...entry, current: entry.key === current }));
}

/** 2021年10月29日（星期五）14:00—17:00 */
export const whenText = ({ startsAt, endsAt }: Pick<MeetingView, 'startsAt' | 'endsAt'>): string =>
  `${formatDateWithWeekday(dateOf(startsAt))}${formatTime(startsAt)}—${formatTime(endsAt)}`;

export const meetingTitle = ({ title, round }: Pick<MeetingView, 'title' | 'round'>): string =>
  `${title}（第${round}次）`;

export function countsOf({ invitees, points }: MeetingView) {
  const of = (holds: (invitee: InviteeView) => boolean) => invitees.filter(holds).length;
  return {
    invited: invitees.length,
    accepted: of(({ response }) => response === 'accepted'),
    declined: of(({ response }) => response === 'declined'),
    silent: of(({ response }) => response === null),
    present: of(({ present }) => present),
    recused: of(({ recused }) => recused),
    signed: of(({ signature }) => signature === 'signed'),
    toSign: of(({ present, recused }) => present && !recused),
    points: points.length,
    answered: points.filter(({ answer }) => answer !== null).length,
  };
}
type Counts = ReturnType<typeof countsOf>;

interface Standing {
  kind: string;
  shape: string;
  word: string;
}

/** Where a meeting stands on its way from the arrangement to the minutes. */
export function standingOf(meeting: MeetingView): Standing {
  const { materialsSentAt, heldAt, conclusion } = meeting;
  if (materialsSentAt === null) return { kind: 'pending', shape: 'ring', word: '已安排，未召集' };
  if (heldAt === null) return { kind: 'pending', shape: 'wait', word: '已召集，待召开' };
  if (conclusion === null) return { kind: 'act', shape: 'half', word: '已召开，待登记结论' };
  const { points, answered } = countsOf(meeting);
  if (answered < points)
    return { kind: 'act', shape: 'half', word: `${conclusion}，待答复${points - answered}条` };
  return { kind: '', shape: 'done', word: conclusion };
}

/** The sentence that opens a meeting's page: how far it is, and what is missing. */
export function sentenceOf(meeting: MeetingView): string {
  const { materialsSentAt, heldAt, conclusion } = meeting;
  const counts = countsOf(meeting);
  const title = meetingTitle(meeting);
  if (materialsSentAt === null) return `${title}已安排，邀请${counts.invited}名，尚未召集。`;
  if (heldAt === null) return `${title}已召集，${repliesText(counts)}。`;
  const came = `应邀${counts.invited}名，到会${counts.present}名`;
  if (conclusion === null) return `${title}已召开，${came}，还没有登记结论。`;
  const open = counts.points - counts.answered;
  const points =
    counts.points === 0
      ? '没有登记意见'
      : `意见${counts.points}条，${open === 0 ? '都已答复' : `还有${open}条没有答复`}`;
  return `${title}结论为“${conclusion}”，${came}，${points}。`;
}

const repliesText = ({ invited, accepted, declined, silent }: Counts): string =>
  `邀请${invited}名，参加${accepted}名，不参加${declined}名，未回复${silent}名`;
