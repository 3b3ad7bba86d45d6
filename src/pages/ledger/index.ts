import { LedgerController } from './ledger.controller.js';
import { LedgerPage } from './ledger-page.js';
import { PartyNames } from '../words/party-names.js';

export const ledger = { controllers: [LedgerController], providers: [LedgerPage, PartyNames] };
