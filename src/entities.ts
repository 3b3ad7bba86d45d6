import { accessEntities } from './access/index.js';
import { StoredHolidayYear } from './calendar/index.js';
import { compilationEntities } from './compilation/index.js';
import { consultationEntities } from './consultation/index.js';
import { directoryEntities } from './directory/index.js';
import { draftsEntities } from './drafts/index.js';
import { RequestKey, WithdrawnRecord, WorkflowInstance } from './engine/index.js';
import { LedgerEntry, LedgerHead } from './ledger/index.js';
import { obligationsEntities } from './obligations/index.js';
import { materialsEntities } from './materials/index.js';
import { Mail, OutboxRow } from './outbox/index.js';
import { packetEntities } from './packet/index.js';
import { type EntityList } from './platform/index.js';
import { remindersEntities } from './reminders/index.js';
import { reviewEntities } from './review/index.js';
import { RememberedChoice } from './sheets/index.js';
import { ShelvedUpload } from './uploads/index.js';

/** Every table's entity; a room lists its own in its index.ts. */
export const entities: EntityList = [
  LedgerEntry,
  LedgerHead,
  Mail,
  OutboxRow,
  RememberedChoice,
  RequestKey,
  ShelvedUpload,
  StoredHolidayYear,
  WithdrawnRecord,
  WorkflowInstance,
  ...compilationEntities,
  ...directoryEntities,
  ...obligationsEntities,
  ...remindersEntities,
  ...materialsEntities,
  ...draftsEntities,
  ...consultationEntities,
  ...reviewEntities,
  ...packetEntities,
  ...accessEntities,
];
