import { type Requirement, type Requirements } from '../kit/requirement.js';

export type DispositionFacts = { disposition: string; reason: string };
/** 领域惯例：除采纳外均须说明理由；不采纳的逐条说明。 */
const dispositionReasoned: Requirement<DispositionFacts, unknown> = {
  title: '处理意见写明理由',
  assess: ({ disposition, reason }) =>
    disposition !== '采纳' && reason.trim() === ''
      ? { met: false, sentence: `处理意见为“${disposition}”，须写明理由；请填写理由。` }
      : { met: true, sentence: '处理意见和理由齐全。' },
};

export type ChangedClauseFacts = { disposition: string; clauseId: string | null; clauseExists: boolean };
const changedClauseNamed: Requirement<ChangedClauseFacts, unknown> = {
  title: '采纳的意见写明修改的条款',
  assess: ({ disposition, clauseId, clauseExists }) => {
    if (disposition !== '采纳' && disposition !== '部分采纳')
      return { met: true, sentence: '不涉及条款修改。' };
    if (clauseId === null) {
      return { met: false, sentence: `处理意见为“${disposition}”，须写明修改的条款；请选择修改稿中的条款。` };
    }
    return clauseExists
      ? { met: true, sentence: '已写明修改的条款。' }
      : { met: false, sentence: '所选条款不在当前修改稿中；请在修改稿中重新选择。' };
  },
};

export type ReviewerFacts = { handler: string; reviewer: string };
const reviewerDiffers: Requirement<ReviewerFacts, unknown> = {
  title: '复核人与承办人不是同一人',
  assess: ({ handler, reviewer }) =>
    handler === reviewer
      ? { met: false, sentence: '复核人不得是承办人本人；请换一人复核。' }
      : { met: true, sentence: '复核人与承办人不同。' },
};

export type OpinionReasonFacts = { reason: string };
const returnReasoned: Requirement<OpinionReasonFacts, unknown> = {
  title: '退回写明原因',
  assess: ({ reason }) =>
    reason.trim() === ''
      ? { met: false, sentence: '没有写明原因；请写明原因后再办理。' }
      : { met: true, sentence: '已写明原因。' },
};

export type RegisterOpenFacts = { packetSubmitted: boolean };
const registerOpen: Requirement<RegisterOpenFacts, unknown> = {
  title: '报批材料尚未报送',
  assess: ({ packetSubmitted }) =>
    packetSubmitted
      ? { met: false, sentence: '报批材料已报市政府，意见登记已封存；如确需更改，请待退回后办理。' }
      : { met: true, sentence: '报批材料尚未报送。' },
};

export const opinionRequirements = {
  dispositionReasoned,
  changedClauseNamed,
  reviewerDiffers,
  returnReasoned,
  registerOpen,
} as unknown as Requirements;
