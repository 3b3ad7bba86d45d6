import { Machinery1700000000001 } from './0001-machinery.js';
import { Compilation1700000000002 } from './0002-compilation.js';
import { Directory1700000000003 } from './0003-directory.js';
import { Obligations1700000000004 } from './0004-obligations.js';
import { Reminders1700000000005 } from './0005-reminders.js';
import { Materials1700000000006 } from './0006-materials.js';
import { Drafts1700000000007 } from './0007-drafts.js';
import { Consultation1700000000008 } from './0008-consultation.js';
import { Review1700000000009 } from './0009-review.js';
import { Packet1700000000010 } from './0010-packet.js';
import { Access1700000000012 } from './0012-access.js';
import { Acknowledgement1700000000011 } from './0011-acknowledgement.js';
import { RequestKeys1700000000015 } from './0015-request-keys.js';
import { Adoption1700000000019 } from './0019-adoption.js';
import { HeldComments1700000000013 } from './0013-held-comments.js';
import { AnnouncedClosing1700000000017 } from './0017-announced-closing.js';
import { Corrections1700000000018 } from './0018-corrections.js';
import { DraftFindings1700000000020 } from './0020-draft-findings.js';
import { SheetChoices1700000000021 } from './0021-sheet-choices.js';
import { CalendarSequence1700000000023 } from './0023-calendar-sequence.js';
import { ShelvedUploads1700000000026 } from './0026-shelved-uploads.js';

/** In the order they are applied; hand-written once for both databases. */
export const migrations = [
  Machinery1700000000001,
  Compilation1700000000002,
  Directory1700000000003,
  Obligations1700000000004,
  Reminders1700000000005,
  Materials1700000000006,
  Drafts1700000000007,
  Consultation1700000000008,
  Review1700000000009,
  Packet1700000000010,
  Acknowledgement1700000000011,
  Access1700000000012,
  HeldComments1700000000013,
  RequestKeys1700000000015,
  AnnouncedClosing1700000000017,
  Corrections1700000000018,
  Adoption1700000000019,
  DraftFindings1700000000020,
  SheetChoices1700000000021,
  CalendarSequence1700000000023,
  ShelvedUploads1700000000026,
];
