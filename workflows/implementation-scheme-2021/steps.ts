import { type DraftVersionName } from './draft-versions.js';

/** The guard of a step: every named requirement is met. */
export const needs = (...requirements: string[]) => ({
  type: 'requirementsMet' as const,
  params: { requirements },
});
/** The guard of a step that freezes a draft version: it is ready, and the other requirements are met. */
export const needsDraft = (freezes: DraftVersionName, ...requirements: string[]) => ({
  type: 'requirementsMet' as const,
  params: { requirements: ['draftReady', ...requirements], freezes },
});
/** Freezes a version and opens the working revision of the one that comes after it. */
export const freeze = (version: DraftVersionName) => [
  { type: 'recordDraftVersion' as const, params: { version } },
  { type: 'freezeDraft' as const, params: { version } },
];
