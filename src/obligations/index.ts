import { DeadlineChange } from './deadline-change.entity.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { Obligation } from './obligation.entity.js';

/** The obligations room: who owes what by when; extensions, returns, waivers, lateness. */
export { obligationTables } from './audited-tables.js';
export { AcceptObligationsUseCase } from './accept-obligations.use-case.js';
export { AcknowledgeObligationUseCase } from './acknowledge-obligation.use-case.js';
export { BeginObligationUseCase } from './begin-obligation.use-case.js';
export { DeadlineChange, type DeadlineChangeCause } from './deadline-change.entity.js';
export { ExtendObligationUseCase } from './extend-obligation.use-case.js';
export { ExtensionRequest } from './extension-request.entity.js';
export { ExtensionRequestsUseCase } from './extension-requests.use-case.js';
export { beginDrafting, handIn } from './hand-in.js';
export { IssueObligationUseCase } from './issue-obligation.use-case.js';
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
export { ReturnObligationUseCase } from './return-obligation.use-case.js';
export { RevokeSettlementUseCase } from './revoke-settlement.use-case.js';
export {
  type PartProgress,
  type ReceiptContent,
  type SubmissionKind,
  SubmissionKinds,
} from './submission-kinds.js';
export { WaiveObligationsUseCase } from './waive-obligations.use-case.js';
export { WithdrawObligationUseCase } from './withdraw-obligation.use-case.js';

export const obligationsEntities = [DeadlineChange, ExtensionRequest, Obligation];
