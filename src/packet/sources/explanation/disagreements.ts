import { findIssues, type Issue } from '../../../compilation/index.js';
import { formatChineseNumeral } from '../../../platform/index.js';
import { heading, paragraph, type Row } from '../rows.js';
import { dayText, type Section, sentence } from './section.js';

/** Each issue with the views of both sides, the own view and the decision (暂行条例第十三条; 通知三、（一）). */
export const disagreements: Section = async ({ tx, compilation }) => {
  const issues = await findIssues(tx, compilation.id);
  if (issues.length === 0) return [paragraph('没有登记重大问题、重大事项和分歧意见。')];
  return issues.flatMap((issue, index) => [
    heading(2, `（${formatChineseNumeral(index + 1)}）${issue.title}（${issue.kind}）`),
    ...issueRows(issue),
  ]);
};

function issueRows({ views, proposal, escalatedAt, decision, decidedAt }: Issue): Row[] {
  const rows = views.map(({ holder, view, reason }) => {
    const because = reason.trim() === '' ? '' : `理由：${sentence(reason)}`;
    return paragraph(`${holder}的意见：${sentence(view)}${because}`);
  });
  rows.push(
    paragraph(proposal.trim() === '' ? '没有登记处理建议。' : `处理建议：${sentence(proposal)}`),
    paragraph(decisionText(escalatedAt, decision, decidedAt)),
  );
  return rows;
}

function decisionText(escalatedAt: number | null, decision: string | null, decidedAt: number | null): string {
  if (escalatedAt === null) return '尚未提请领导小组。';
  const escalated = `${dayText(escalatedAt)}提请领导小组`;
  if (decision === null || decidedAt === null) return `${escalated}，尚未决定。`;
  return `${escalated}，${dayText(decidedAt)}决定：${sentence(decision)}`;
}
