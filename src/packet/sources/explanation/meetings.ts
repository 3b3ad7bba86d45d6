import { DraftVersion, findClauses } from '../../../drafts/index.js';
import { type MeetingView, type PointView, type PointKind } from '../../../review/index.js';
import { type Column, paragraph, type Row, table } from '../rows.js';
import { dayText, type ExplanationScope, versionText } from './section.js';

/** Meetings of a kind that took place, in their order. */
export async function heldMeetings(
  { compilation, reads }: ExplanationScope,
  kind: MeetingView['kind'],
): Promise<MeetingView[]> {
  const meetings = await reads.reviews.meetings(compilation.id);
  return meetings.filter((meeting) => meeting.kind === kind && meeting.heldAt !== null);
}

/** “2021年10月20日在一号会议室召开专家论证会，论证论证稿第1稿” */
export async function meetingText(
  { tx }: ExplanationScope,
  meeting: MeetingView,
  verb: string,
): Promise<string> {
  const { startsAt, place, title, draftVersionId } = meeting;
  const draft = draftVersionId === null ? null : await tx.findOneBy(DraftVersion, { id: draftVersionId });
  const read = draft === null ? '' : `，${verb}${versionText(draft)}`;
  return `${dayText(startsAt)}在${place}召开${title}${read}`;
}

const columns: Column[] = [
  { title: '序号', width: 560 },
  { title: '提出者', width: 1300 },
  { title: '条款', width: 1700 },
  { title: '意见', width: 2492 },
  { title: '采纳情况', width: 2792 },
];

/** Each point of a round with what became of it; the clause's number is that of the 报批稿. */
export async function pointRows(scope: ExplanationScope, kind: PointKind, round: number): Promise<Row[]> {
  const { tx, compilation, draft, reads } = scope;
  const points = (await reads.reviews.points(compilation.id, kind)).filter((point) => point.round === round);
  if (points.length === 0) return [];
  const labels = new Map((await findClauses(tx, draft.id)).map(({ clauseId, label }) => [clauseId, label]));
  const count = (answer: PointView['answer']) => points.filter((point) => point.answer === answer).length;
  const dissent = points.filter((point) => point.dissent).length;
  const parts = [
    [dissent, '其中不同意见'],
    [count('changed'), '据以修改'],
    [count('unchanged'), '说明理由未作修改'],
    [count(null), '尚未答复'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${what}${number}条`);
  return [
    paragraph(`共提出意见${points.length}条，${said.join('，')}。`),
    ...table(
      columns,
      points.map((point) => pointCells(point, labels)),
    ),
  ];
}

function pointCells(point: PointView, labels: ReadonlyMap<string, string>): string[] {
  const { number, proposer, clauseLabel, content, dissent } = point;
  return [
    String(number),
    proposer,
    clauseLabel,
    `${dissent ? '（不同意见）' : ''}${content}`,
    answer(point, labels),
  ];
}

function answer(point: PointView, labels: ReadonlyMap<string, string>): string {
  if (point.answer === null) return '尚未答复';
  if (point.answer === 'unchanged') return `未作修改：${point.answerText}`;
  const clause = labels.get(point.answerClauseId ?? '');
  const unchanged = point.unchangedReason === null ? '' : `（该条文字未变：${point.unchangedReason}）`;
  return `已修改${clause === undefined ? '' : clause}：${point.answerText}${unchanged}`;
}
