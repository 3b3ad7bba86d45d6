import { Machinery1700000000001 } from './0001-machinery.js';
import { Compilation1700000000002 } from './0002-compilation.js';
import { Directory1700000000003 } from './0003-directory.js';
import { Obligations1700000000004 } from './0004-obligations.js';
import { Drafts1700000000007 } from './0007-drafts.js';

/** In the order they are applied; hand-written once for both databases. */
export const migrations = [
  Machinery1700000000001,
  Compilation1700000000002,
  Directory1700000000003,
  Obligations1700000000004,
  Drafts1700000000007,
];
