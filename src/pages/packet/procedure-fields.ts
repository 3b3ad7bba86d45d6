import { type ProcedureKind, procedureKinds } from '../../compilation/index.js';

/** One input of a formality's form. */
export interface ProcedureField {
  name: string;
  label: string;
  input: 'date' | 'line' | 'text' | 'choice';
  required: boolean;
  options: readonly string[];
}

const field = (
  input: ProcedureField['input'],
  name: string,
  label: string,
  required = true,
  options: readonly string[] = [],
): ProcedureField => ({ name, label, input, required, options });

const { legalityReview, riskAssessment, fairCompetitionReview, municipalDecision } = procedureKinds;
const conclusion = (options: readonly string[]) => field('choice', 'conclusion', '结论', true, options);

/** What is asked for each formality; its choices are those of the core. */
export const procedureFields: Record<ProcedureKind, ProcedureField[]> = {
  evaluation: [
    field('line', 'title', '评估报告名称'),
    field('text', 'conclusion', '评估结论', false),
    field('date', 'completedOn', '完成日期'),
  ],
  legalityReview: [
    field('date', 'sentOn', '送审日期'),
    field('line', 'office', '审查机构'),
    field('date', 'returnedOn', '意见回复日期（意见未回的不填）', false),
    field('choice', 'conclusion', '审查结论（意见未回的不选）', false, [
      ...legalityReview.schema.shape.conclusion.unwrap().options,
    ]),
    field('text', 'opinion', '具体意见', false),
  ],
  riskAssessment: [
    conclusion(riskAssessment.schema.shape.conclusion.options),
    field('text', 'points', '风险点和措施', false),
    field('date', 'completedOn', '完成日期'),
  ],
  fairCompetitionReview: [
    conclusion(fairCompetitionReview.schema.shape.conclusion.options),
    field('text', 'opinion', '审查意见', false),
    field('date', 'completedOn', '完成日期'),
  ],
  partyCommitteeReport: [
    field('date', 'reportedOn', '请示报告日期'),
    field('line', 'documentNumber', '文号（没有的不填）', false),
  ],
  municipalDecision: [
    field('choice', 'decision', '决定', true, municipalDecision.schema.shape.decision.options),
    field('date', 'decidedOn', '决定日期'),
    field('line', 'approvalNumber', '批准文号（退回的不填）', false),
    field('text', 'opinion', '批示或者退回意见', false),
  ],
};

/** What was typed, as the core wants it: a line or a choice that was left empty is not known yet. */
export function contentOf(kind: ProcedureKind, typed: Record<string, unknown>): Record<string, unknown> {
  const entries = procedureFields[kind].map(({ name, input, required }) => {
    const value = typed[name] ?? '';
    const unknown = value === '' && !required && input !== 'text';
    return [name, unknown ? null : value];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}
