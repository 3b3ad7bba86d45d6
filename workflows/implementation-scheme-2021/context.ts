import { type WorkflowEvent } from '../kit/requirement.js';
import { type DraftVersionName } from './draft-versions.js';

export interface SchemeContext {
  /** Whether the plan is in the catalogue of major administrative decisions; turns hints into blocks (国令713号). */
  decisionCatalogued: boolean;
  draftVersion: DraftVersionName | null;
  consultationRound: number;
  expertReviewRound: number;
  plenaryRound: number;
  packetRound: number;
  suspended: boolean;
}

export interface SchemeInput {
  decisionCatalogued: boolean;
}

export type SchemeEventType =
  | 'startCompilation'
  | 'closeMaterials'
  | 'completeFirstDraft'
  | 'completeConsultationDraft'
  | 'openConsultation'
  | 'extendConsultation'
  | 'closeConsultation'
  | 'reworkConsultationDraft'
  | 'completeAppraisalDraft'
  | 'conveneExpertReview'
  | 'passExpertReview'
  | 'requireSecondReview'
  | 'completeReworkedAppraisalDraft'
  | 'completeReviewDraft'
  | 'convenePlenary'
  | 'passPlenary'
  | 'returnFromPlenary'
  | 'completeReworkedReviewDraft'
  | 'completeApprovalDraft'
  | 'submitPacket'
  | 'returnPacket'
  | 'completeReworkedApprovalDraft'
  | 'approvePacket'
  | 'publishScheme'
  | 'suspendCompilation'
  | 'resumeCompilation'
  | 'terminateCompilation';

export type SchemeEvent = WorkflowEvent & { type: SchemeEventType };
