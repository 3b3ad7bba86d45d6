import { type SendBack } from '../kit/plan.js';
import { type DraftVersionName } from './draft-versions.js';
import { type SchemeEventType } from './events.js';

const back = (event: SchemeEventType, version: DraftVersionName, completedBy: SchemeEventType): SendBack => ({
  event,
  version,
  completedBy,
});

/** Whoever reads a text may send it back. */
export const schemeSendsBack: readonly SendBack[] = [
  back('reworkConsultationDraft', '征求意见稿', 'completeConsultationDraft'),
  back('requireSecondReview', '论证稿', 'completeReworkedAppraisalDraft'),
  back('returnFromPlenary', '送审稿', 'completeReworkedReviewDraft'),
  back('returnPacket', '报批稿', 'completeReworkedApprovalDraft'),
];
