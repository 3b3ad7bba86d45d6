import { type Requirement, type Requirements } from '../kit/requirement.js';

export type SubmissionFacts = { missing: string[]; warnings: string[] };
const submissionComplete: Requirement<SubmissionFacts, unknown> = {
  title: '报送内容完整',
  assess: ({ missing }) =>
    missing.length === 0
      ? { met: true, sentence: '内容完整，可以报送。' }
      : {
          met: false,
          sentence: `还不能报送，缺少：${missing.join('；')}。请补全后再报送，已填内容均已保存。`,
        },
};

export type ReasonedFacts = { reason: string };
const returnReasoned: Requirement<ReasonedFacts, unknown> = {
  title: '退回须写明补正要求',
  assess: ({ reason }) =>
    reason.trim() === ''
      ? { met: false, sentence: '没有写明退回的原因和补正要求；请写明后再退回。' }
      : { met: true, sentence: '已写明补正要求。' },
};
const waiverReasoned: Requirement<ReasonedFacts & { approver: string }, unknown> = {
  title: '豁免须写明理由和批准人',
  assess: ({ reason, approver }) =>
    reason.trim() === '' || approver.trim() === ''
      ? { met: false, sentence: '豁免须写明理由和批准人（岗位）；请补全后再办理。' }
      : { met: true, sentence: '已写明理由和批准人。' },
};

const revocationReasoned: Requirement<ReasonedFacts, unknown> = {
  title: '撤销须写明理由',
  assess: ({ reason }) =>
    reason.trim() === ''
      ? { met: false, sentence: '没有写明撤销的理由；请写明后再撤销。' }
      : { met: true, sentence: '已写明撤销的理由。' },
};

const first = { submissionComplete, returnReasoned, waiverReasoned };
/** Of the first version. */
export const firstRequirements = first as unknown as Requirements;
export const obligationRequirements = { ...first, revocationReasoned } as unknown as Requirements;
