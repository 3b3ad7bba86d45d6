import { type ReasonedFacts, type SubmissionFacts } from '../../../workflows/index.js';
import { type BothWays, type FactSamples } from './chart-walk.js';

const submissionComplete: BothWays<SubmissionFacts> = {
  met: [
    { missing: [], warnings: [] },
    { missing: [], warnings: ['正文约2000字，少于3000字'] },
  ],
  unmet: [{ missing: ['2035年目标'], warnings: [] }],
};
const returnReasoned: BothWays<ReasonedFacts> = {
  met: [{ reason: '请补充2035年目标' }],
  unmet: [{ reason: '' }, { reason: ' ' }],
};
const waived = { reason: '机构撤并', approver: '秘书处负责人' };
const waiverReasoned: BothWays<ReasonedFacts & { approver: string }> = {
  met: [waived],
  unmet: [
    { ...waived, reason: '' },
    { ...waived, approver: ' ' },
  ],
};

const revocationReasoned: BothWays<ReasonedFacts> = {
  met: [{ reason: '误勾选了另一家单位' }],
  unmet: [{ reason: '' }, { reason: ' ' }],
};

/** Facts both ways for every requirement of the obligation chart, first version. */
export const firstObligationSamples: FactSamples = { submissionComplete, returnReasoned, waiverReasoned };
export const obligationSamples: FactSamples = { ...firstObligationSamples, revocationReasoned };
