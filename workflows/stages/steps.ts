/** The guard of a step: every named requirement is met. */
export const needs = (...requirements: string[]) => ({
  type: 'requirementsMet' as const,
  params: { requirements },
});
/** The guard of a step that freezes a draft version: it is ready, and the other requirements are met. */
export const needsDraft = (freezes: string, ...requirements: string[]) => ({
  type: 'requirementsMet' as const,
  params: { requirements: ['draftReady', ...requirements], freezes },
});
/** Freezes a version. */
export const freeze = (version: string) => [
  { type: 'recordDraftVersion' as const, params: { version } },
  { type: 'freezeDraft' as const, params: { version } },
];
/** Opens the working revision of a version. */
export const reopen = (version: string) => ({ type: 'reopenDraft' as const, params: { version } });
