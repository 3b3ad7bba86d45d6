import { findProcedures, type ProcedureContent } from '../../../compilation/index.js';
import { type MeetingView } from '../../../review/index.js';
import { heading, paragraph, type Row } from '../rows.js';
import { heldMeetings, meetingText, pointRows } from './meetings.js';
import { dayText, type ExplanationScope, type Section, sentence } from './section.js';

/** 专家论证及采纳情况 (第十九条、第二十条、第二十九条). */
export const experts: Section = async (scope) => {
  const meetings = await heldMeetings(scope, 'expertReview');
  if (meetings.length === 0) return [paragraph('没有召开专家论证会的记录。')];
  const rows: Row[] = [];
  for (const meeting of meetings) {
    if (meetings.length > 1) rows.push(heading(2, `第${meeting.round}次论证`));
    rows.push(paragraph(await expertMeetingText(scope, meeting)));
    rows.push(...(await pointRows(scope, 'expert', meeting.round)));
  }
  return rows;
};

async function expertMeetingText(scope: ExplanationScope, meeting: MeetingView): Promise<string> {
  const present = meeting.invitees.filter((invitee) => invitee.present && !invitee.recused);
  const recused = meeting.invitees.filter((invitee) => invitee.recused);
  const signed = present.filter(({ signature }) => signature === 'signed').length;
  const names = present.map(({ name, organisation }) => `${name}（${organisation}）`).join('、');
  const away = recused.length === 0 ? '' : `因有直接利害关系回避${recused.length}名；`;
  const conclusion = meeting.conclusion === null ? '尚未登记结论' : `论证结论为“${meeting.conclusion}”`;
  return (
    `${await meetingText(scope, meeting, '论证')}。到会专家${present.length}名：${names}；${away}` +
    `签署书面论证意见${signed}份；${conclusion}。`
  );
}

/** 领导小组审议及修改情况, and what the municipal government sent back. */
export const plenary: Section = async (scope) => {
  const meetings = await heldMeetings(scope, 'plenary');
  const rows: Row[] = meetings.length === 0 ? [paragraph('没有召开领导小组全体会议的记录。')] : [];
  for (const meeting of meetings) {
    if (meetings.length > 1) rows.push(heading(2, `第${meeting.round}次审议`));
    rows.push(...(await plenaryRows(scope, meeting)));
  }
  return [...rows, ...(await municipalRows(scope))];
};

async function plenaryRows(scope: ExplanationScope, meeting: MeetingView): Promise<Row[]> {
  const present = meeting.invitees.filter((invitee) => invitee.present);
  const names = present.map(({ organisation }) => organisation).join('、');
  const conclusion = meeting.conclusion === null ? '尚未登记决议' : `会议决议为“${meeting.conclusion}”`;
  const dissenting = meeting.minutes?.dissentingViews ?? [];
  return [
    paragraph(
      `${await meetingText(scope, meeting, '审议')}。出席${present.length}家：${names}。${conclusion}。`,
    ),
    ...dissenting.map(({ holder, view }) => paragraph(`不同意见：${holder}：${sentence(view)}`)),
    ...(await pointRows(scope, 'plenary', meeting.round)),
  ];
}

async function municipalRows(scope: ExplanationScope): Promise<Row[]> {
  const { tx, compilation, reads } = scope;
  const returns = (await findProcedures(tx, compilation.id))
    .filter(({ kind }) => kind === 'municipalDecision')
    .map(({ content }) => content as ProcedureContent<'municipalDecision'>)
    .filter(({ decision }) => decision === '退回');
  const rows: Row[] = returns.length === 0 ? [] : [heading(2, '市政府退回及修改情况')];
  for (const { decidedOn, opinion } of returns) {
    const why = opinion.trim() === '' ? '。' : `：${sentence(opinion)}`;
    rows.push(paragraph(`${dayText(decidedOn)}市政府退回报批材料${why}`));
  }
  const rounds = new Set((await reads.reviews.points(compilation.id, 'municipal')).map(({ round }) => round));
  for (const round of rounds) rows.push(...(await pointRows(scope, 'municipal', round)));
  return rows;
}
