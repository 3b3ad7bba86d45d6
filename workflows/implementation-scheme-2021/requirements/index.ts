import { type Requirements } from '../../kit/requirement.js';
import * as common from './common.js';
import * as consulting from './consulting.js';
import * as drafting from './drafting.js';
import * as packet from './packet.js';
import * as plenary from './plenary.js';
import * as review from './review.js';

const { reasonGiven, draftReady, deadlinesRenewed } = common;

/** Every requirement of the chart by its name; a name in the chart that is missing here stops the program. */
export const schemeRequirements = {
  reasonGiven,
  draftReady,
  deadlinesRenewed,
  ...drafting,
  ...consulting,
  ...review,
  ...plenary,
  ...packet,
} as unknown as Requirements;

export type * from './common.js';
export type * from './consulting.js';
export type * from './drafting.js';
export type * from './packet.js';
export type * from './plenary.js';
export type * from './review.js';
