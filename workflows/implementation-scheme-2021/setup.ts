import { assign, setup } from 'xstate';
import { type GuardParams, requirementsMet } from '../kit/requirement.js';
import { type SchemeContext, type SchemeEvent, type SchemeInput } from './context.js';
import { type DraftVersionName, mayFollow } from './draft-versions.js';
import { schemeRequirements } from './requirements/index.js';
import { type SchemeDeadlineKey } from './timeline.js';

/** An action without a body: the engine hands it, as data, to the reaction of that name. */
const intent = () => undefined;

/** The words of the chart: what its guards, its assignments and its intents are called. */
export const schemeSetup = setup({
  types: {
    context: {} as SchemeContext,
    events: {} as SchemeEvent,
    input: {} as SchemeInput,
  },
  guards: {
    requirementsMet: (args, params: GuardParams) => requirementsMet(schemeRequirements)(args, params),
  },
  actions: {
    recordDraftVersion: assign(({ context }, params: { version: DraftVersionName }) => {
      if (!mayFollow(context.draftVersion, params.version)) {
        throw new Error(`${params.version} may not follow ${context.draftVersion}`);
      }
      return { draftVersion: params.version };
    }),
    countRound: assign(
      ({ context }, params: { of: 'consultation' | 'expertReview' | 'plenary' | 'packet' }) => ({
        [`${params.of}Round`]: context[`${params.of}Round`] + 1,
      }),
    ),
    markSuspended: assign((_, params: { suspended: boolean }) => ({ suspended: params.suspended })),
    issueObligations: intent as (
      _: unknown,
      params: { kind: string; deadlineKey: SchemeDeadlineKey },
    ) => void,
    endObligations: intent as (_: unknown, params: { kind: string }) => void,
    freezeDraft: intent as (_: unknown, params: { version: DraftVersionName }) => void,
    reopenDraft: intent as (_: unknown, params: { version: DraftVersionName }) => void,
    scheduleTimer: intent as (_: unknown, params: { event: string; deadlineKey: SchemeDeadlineKey }) => void,
    cancelTimer: intent as (_: unknown, params: { event: string }) => void,
    openConsultation: intent,
    announceExtension: intent,
    closeConsultation: intent,
    inviteMeeting: intent as (_: unknown, params: { kind: string }) => void,
    publishFeedback: intent,
    sealPacket: intent,
    announcePublication: intent,
    beginDigests: intent,
    announceSuspension: intent,
    announceResumption: intent,
    announceTermination: intent,
    holdTimers: intent,
    releaseTimers: intent,
    endTimers: intent,
  },
});
