import { DeadlineChange } from './deadline-change.entity.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { Obligation } from './obligation.entity.js';

/** The obligations room: who owes what by when; extensions, returns, waivers, lateness. */
export { obligationTables } from './audited-tables.js';
export { acceptObligations } from './accept-obligations.use-case.js';
export { acknowledgeObligation } from './acknowledge-obligation.use-case.js';
export { beginObligation } from './begin-obligation.use-case.js';
export { DeadlineChange, type DeadlineChangeCause } from './deadline-change.entity.js';
export { extendObligation, extendObligations } from './extend-obligation.use-case.js';
export { ExtensionRequest } from './extension-request.entity.js';
export { declineExtension, grantExtension, requestExtension } from './extension-requests.use-case.js';
export { beginDrafting, handIn } from './hand-in.js';
export { issueObligation } from './issue-obligation.use-case.js';
export { Obligation, type ObligationKind } from './obligation.entity.js';
export { obligationEvent } from './obligation-event.js';
export { type ObligationStory, ObligationStoryQuery } from './obligation-story.query.js';
export { obligationCheckName, ObligationMails, obligationPath, registerNumber } from './obligation-mails.js';
export { type ObligationRow } from './obligation-rows.js';
export { isOutstanding, isSettled, type ObligationState, outstandingStates } from './obligation-states.js';
export { obligationTitle } from './obligation-title.js';
export {
  type Breakdown,
  ObligationRegisterQuery,
  type RegisterFilter,
  type RegisterOrder,
  registerOrders,
  type RegisterPage,
} from './obligation-register.query.js';
export { ObligationsQuery, type OpenRequest, type Progress } from './obligations.query.js';
export { ObligationsModule } from './obligations.module.js';
export {
  findObligation,
  findObligations,
  latestRound,
  type ObligationFilter,
  type StandingObligation,
} from './obligations.repository.js';
export { findOwnObligation } from './own-obligation.js';
export { type Receipt, ReceiptQuery } from './receipt.query.js';
export { returnObligation } from './return-obligation.use-case.js';
export { revokeAcceptance, revokeWaiver } from './revoke-settlement.use-case.js';
export {
  type PartProgress,
  type ReceiptContent,
  type SubmissionKind,
  SubmissionKinds,
} from './submission-kinds.js';
export { waiveObligations } from './waive-obligations.use-case.js';
export { withdrawObligation } from './withdraw-obligation.use-case.js';

export const obligationsEntities = [DeadlineChange, ExtensionRequest, Obligation];
