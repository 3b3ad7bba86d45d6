import { Global, Module } from '@nestjs/common';
import { MailAddresses, MailModule } from '../effects/index.js';
import { CompilationModule } from '../compilation/index.js';
import { MailChecks } from '../outbox/index.js';
import { actRoutes, Doorkeeper } from '../web/index.js';
import { Worker } from '../worker/index.js';
import { FoundHouseUseCase } from './accounts/found-house.use-case.js';
import {
  createAccount,
  disableAccount,
  enableAccount,
  grantRoles,
  resetAccount,
  signOutAccount,
} from './accounts/manage-accounts.use-case.js';
import { OpenDemonstrationUseCase } from './accounts/open-demonstration.use-case.js';
import { issueToken, revokeToken } from './accounts/personal-tokens.use-case.js';
import { OneTimeLinks } from './accounts/one-time-links.js';
import { SecondFactorUseCase } from './accounts/second-factor.use-case.js';
import { SignInUseCase } from './accounts/sign-in.use-case.js';
import { AccountsQuery } from './accounts/accounts.query.js';
import { KnownPosts } from './accounts/known-posts.js';
import { Attempts } from './attempts.js';
import { SessionDoorkeeper } from './doorkeeper.js';
import { AccessCodeCheck, ForgetAccessCodeHandler } from './links/access-code-mail.js';
import { EnterByLinkUseCase } from './links/enter-by-link.use-case.js';
import { LinkTokens } from './links/link-tokens.js';
import { MailNewLinkUseCase } from './links/mail-new-link.use-case.js';
import { MailedCodesUseCase } from './links/mailed-codes.use-case.js';
import { renewLink, revokeLink } from './links/renew-link.use-case.js';
import { Presence } from './sessions/presence.js';
import { Sessions } from './sessions/sessions.js';

const offered = [
  AccountsQuery,
  Attempts,
  EnterByLinkUseCase,
  FoundHouseUseCase,
  LinkTokens,
  MailedCodesUseCase,
  MailNewLinkUseCase,
  OpenDemonstrationUseCase,
  SecondFactorUseCase,
  Sessions,
  SignInUseCase,
];

const accounts = [createAccount, grantRoles, disableAccount, enableAccount, resetAccount, signOutAccount];
const own = [issueToken, revokeToken];
const links = [renewLink, revokeLink];

@Global()
@Module({
  imports: [CompilationModule, MailModule],
  controllers: [actRoutes('账户', [...accounts, ...own]), actRoutes('链接', links)],
  providers: [
    ...offered,
    AccessCodeCheck,
    ForgetAccessCodeHandler,
    OneTimeLinks,
    KnownPosts,
    Presence,
    { provide: Doorkeeper, useClass: SessionDoorkeeper },
  ],
  exports: [...offered, Doorkeeper],
})
export class AccessModule {
  constructor(
    addresses: MailAddresses,
    tokens: LinkTokens,
    checks: MailChecks,
    worker: Worker,
    accessCodeCheck: AccessCodeCheck,
    forgetAccessCode: ForgetAccessCodeHandler,
  ) {
    checks.add(accessCodeCheck);
    worker.addHandlers(forgetAccessCode);
    addresses.register('u', (obligationId) => tokens.pathTo('unit', obligationId));
    addresses.register('m', (inviteeId) => tokens.pathTo('expert', inviteeId));
  }
}
