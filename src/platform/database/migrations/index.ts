import { Machinery1700000000001 } from './0001-machinery.js';
import { Compilation1700000000002 } from './0002-compilation.js';
import { Drafts1700000000007 } from './0007-drafts.js';

/** In the order they are applied; hand-written once for both databases. */
export const migrations = [Machinery1700000000001, Compilation1700000000002, Drafts1700000000007];
