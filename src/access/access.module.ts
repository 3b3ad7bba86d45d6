import { Global, Module } from '@nestjs/common';
import { MailAddresses, MailModule } from '../effects/index.js';
import { CompilationModule } from '../compilation/index.js';
import { Doorkeeper } from '../web/index.js';
import { FoundHouseUseCase } from './accounts/found-house.use-case.js';
import { ManageAccountsUseCase } from './accounts/manage-accounts.use-case.js';
import { OpenDemonstrationUseCase } from './accounts/open-demonstration.use-case.js';
import { OneTimeLinks } from './accounts/one-time-links.js';
import { SecondFactorUseCase } from './accounts/second-factor.use-case.js';
import { SignInUseCase } from './accounts/sign-in.use-case.js';
import { AccountsQuery } from './accounts/accounts.query.js';
import { Attempts } from './attempts.js';
import { SessionDoorkeeper } from './doorkeeper.js';
import { EnterByLinkUseCase } from './links/enter-by-link.use-case.js';
import { LinkTokens } from './links/link-tokens.js';
import { RenewLinkUseCase } from './links/renew-link.use-case.js';
import { Sessions } from './sessions/sessions.js';

const offered = [
  AccountsQuery,
  Attempts,
  EnterByLinkUseCase,
  FoundHouseUseCase,
  LinkTokens,
  ManageAccountsUseCase,
  OpenDemonstrationUseCase,
  RenewLinkUseCase,
  SecondFactorUseCase,
  Sessions,
  SignInUseCase,
];

@Global()
@Module({
  imports: [CompilationModule, MailModule],
  providers: [...offered, OneTimeLinks, { provide: Doorkeeper, useClass: SessionDoorkeeper }],
  exports: [...offered, Doorkeeper],
})
export class AccessModule {
  constructor(addresses: MailAddresses, tokens: LinkTokens) {
    addresses.register('u', (obligationId) => tokens.pathTo('unit', obligationId));
    addresses.register('m', (inviteeId) => tokens.pathTo('expert', inviteeId));
  }
}
