import { Account, OneTimeLink, PersonalToken, RoleGrant } from './accounts/account.entity.js';
import { AttemptWindow } from './attempts.js';
import { AccessLink } from './links/access-link.entity.js';
import { MailedCode } from './links/mailed-code.entity.js';
import { Session } from './sessions/session.entity.js';

/** The access room: accounts and their roles, sessions, links in mails, tokens of programs. */
export { AccessModule } from './access.module.js';
export { type AccountRow, AccountsQuery } from './accounts/accounts.query.js';
export { FoundHouseUseCase } from './accounts/found-house.use-case.js';
export {
  createAccount,
  disableAccount,
  enableAccount,
  grantRoles,
  resetAccount,
  signOutAccount,
} from './accounts/manage-accounts.use-case.js';
export { OpenDemonstrationUseCase } from './accounts/open-demonstration.use-case.js';
export { issueToken, revokeToken } from './accounts/personal-tokens.use-case.js';
export { SecondFactorUseCase } from './accounts/second-factor.use-case.js';
export { SignInUseCase } from './accounts/sign-in.use-case.js';
export { CodeRefused, LinkVoid } from './access.errors.js';
export { Attempts } from './attempts.js';
export { sessionCookie } from './doorkeeper.js';
export { EnterByLinkUseCase, type LinkGiven } from './links/enter-by-link.use-case.js';
export { MailNewLinkUseCase } from './links/mail-new-link.use-case.js';
export { type CodeHolder, type CodePurpose, MailedCodesUseCase } from './links/mailed-codes.use-case.js';
export { LinkTokens } from './links/link-tokens.js';
export { renewLink, revokeLink } from './links/renew-link.use-case.js';

export const accessEntities = [
  AccessLink,
  Account,
  AttemptWindow,
  MailedCode,
  OneTimeLink,
  PersonalToken,
  RoleGrant,
  Session,
];
