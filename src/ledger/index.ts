export { type ChainEntry, formatInstant } from './chain.js';
export { Ledger, type NewEntry, readChain, readChains, toChainEntry } from './ledger.js';
export { type LedgerFilter, LedgerQuery, verifyLedgerFile } from './ledger.query.js';
export { LedgerEntry, LedgerHead } from './ledger-entry.entity.js';
export { type Anchor, type ChainFault, type ChainVerdict, verifyChain } from './verify-chain.js';
