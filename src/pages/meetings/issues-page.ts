import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import { CompilationQuery, decisionContent, type Issue, issueContent } from '../../compilation/index.js';
import { markOf } from '../../platform/index.js';
import { meetingsPath, subNav } from './meeting-words.js';

/** 重大问题和分歧意见: each with the views of all sides, the proposal, and what was decided. */
@Injectable()
export class IssuesPage {
  constructor(private readonly compilations: CompilationQuery) {}

  async view(compilationId: string, mayAct: boolean): Promise<object> {
    const issues = await this.compilations.issues(compilationId);
    const base = `${meetingsPath(compilationId)}/issues`;
    return {
      subNav: subNav(compilationId, 'issues'),
      base,
      mayAct,
      sentence: sentenceOf(issues),
      issues: issues.map((issue) => issueView(base, issue, mayAct)),
      sides: sidesOf([]),
    };
  }
}

function sentenceOf(issues: readonly Issue[]): string {
  if (issues.length === 0) return '没有登记重大问题和分歧意见。';
  const decided = issues.filter(({ decidedAt }) => decidedAt !== null).length;
  const escalated = issues.filter(({ decidedAt, escalatedAt }) => decidedAt === null && escalatedAt !== null);
  const raised = issues.length - decided - escalated.length;
  return `重大问题和分歧意见${issues.length}项：已决定${decided}项，待领导小组决定${escalated.length}项，待提请${raised}项。`;
}

const sideNames = ['甲方', '乙方', '第三方'];

/** What was written down of each side, and room for three in all. */
const sidesOf = (views: Issue['views']) =>
  Array.from({ length: Math.max(sideNames.length, views.length) }, (_, index) => ({
    name: sideNames[index] ?? `第${index + 1}方`,
    holder: views[index]?.holder ?? '',
    view: views[index]?.view ?? '',
    reason: views[index]?.reason ?? '',
  }));

/** What a disagreement still needs before the leading group can decide it. */
function lackingOf({ kind, views, proposal }: Issue): string | null {
  if (kind !== '分歧意见') return null;
  const lacking = [views.length < 2 ? '另一方的意见' : '', proposal.trim() === '' ? '处理建议' : ''];
  const named = lacking.filter((what) => what !== '').join('、');
  return named === '' ? null : `还缺${named}，补全之后才能提请领导小组。`;
}

const dayText = (at: number | null): string | null => (at === null ? null : formatDateTime(at));

function issueView(base: string, issue: Issue, mayAct: boolean) {
  const { id, kind, title, views, proposal, raisedAt, escalatedAt, decision, decidedAt } = issue;
  return {
    kind,
    title,
    views,
    proposal,
    raisedAt: dayText(raisedAt),
    escalatedAt: dayText(escalatedAt),
    decision,
    decidedAt: dayText(decidedAt),
    began: markOf(issueContent(issue)),
    decisionBegan: markOf(decisionContent(issue)),
    standing: standingOf(issue),
    mayAmend: mayAct && decidedAt === null,
    isDisagreement: kind === '分歧意见',
    sides: sidesOf(views),
    lacking: escalatedAt === null ? lackingOf(issue) : null,
    mayEscalate: mayAct && escalatedAt === null && lackingOf(issue) === null,
    mayDecide: mayAct && escalatedAt !== null && decidedAt === null,
    mayCorrect: mayAct && decidedAt !== null,
    path: `${base}/${id}`,
  };
}

function standingOf({ escalatedAt, decidedAt }: Issue) {
  if (decidedAt !== null) return { kind: '', shape: 'done', word: '已决定' };
  if (escalatedAt !== null) return { kind: 'pending', shape: 'wait', word: '已提请，待决定' };
  return { kind: 'act', shape: 'half', word: '已登记，待提请' };
}
