import {
  type ChangedClauseFacts,
  type DispositionFacts,
  type OpinionReasonFacts,
  type RegisterOpenFacts,
  type ReviewerFacts,
} from '../../../workflows/index.js';
import { type BothWays, type FactSamples } from './chart-walk.js';

const dispositionReasoned: BothWays<DispositionFacts> = {
  met: [
    { disposition: '采纳', reason: '' },
    { disposition: '不采纳', reason: '不属于本方案调整范围' },
  ],
  unmet: [
    { disposition: '不采纳', reason: '' },
    { disposition: '部分采纳', reason: ' ' },
  ],
};
const adopted = { disposition: '采纳', clauseId: 'clause-1', clauseExists: true };
const changedClauseNamed: BothWays<ChangedClauseFacts> = {
  met: [adopted, { disposition: '不采纳', clauseId: null, clauseExists: false }],
  unmet: [
    { ...adopted, clauseId: null, clauseExists: false },
    { ...adopted, clauseExists: false },
    { disposition: '部分采纳', clauseId: null, clauseExists: false },
  ],
};
const reviewerDiffers: BothWays<ReviewerFacts> = {
  met: [{ handler: 'office-1', reviewer: 'office-2' }],
  unmet: [{ handler: 'office-1', reviewer: 'office-1' }],
};
const returnReasoned: BothWays<OpinionReasonFacts> = {
  met: [{ reason: '理由不充分' }],
  unmet: [{ reason: '' }, { reason: ' ' }],
};
const registerOpen: BothWays<RegisterOpenFacts> = {
  met: [{ packetSubmitted: false }],
  unmet: [{ packetSubmitted: true }],
};

/** Facts both ways for every requirement of the opinion chart. */
export const opinionSamples: FactSamples = {
  dispositionReasoned,
  changedClauseNamed,
  reviewerDiffers,
  returnReasoned,
  registerOpen,
};
