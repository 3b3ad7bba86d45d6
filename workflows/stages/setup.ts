import { assign, setup } from 'xstate';
import { mayFollow, type PlanContext, type PlanEvent, type PlanInput, type PlanTag } from '../kit/plan.js';
import { type GuardParams, type Requirements, requirementsMet } from '../kit/requirement.js';
import { planStages } from './index.js';

/** Every requirement of every stage by its name: no two stages may use one name, for ledgers tell facts by it. */
export const planRequirements: Requirements = {};
for (const { name: stage, requirements } of planStages) {
  for (const [name, requirement] of Object.entries(requirements)) {
    if (Object.hasOwn(planRequirements, name))
      throw new Error(`${stage}/${name} is another stage's name too`);
    planRequirements[name] = requirement;
  }
}

/** An action without a body: the engine hands it, as data, to the reactions of that name. */
const intent = () => undefined;

/** The words of every plan's chart: what its guards, its assignments and its intents are called. */
export const planSetup = (versions: readonly string[]) =>
  setup({
    types: {
      context: {} as PlanContext,
      events: {} as PlanEvent,
      input: {} as PlanInput,
      tags: {} as PlanTag,
    },
    guards: {
      requirementsMet: (args, params: GuardParams) => requirementsMet(planRequirements)(args, params),
    },
    actions: {
      recordDraftVersion: assign(({ context }, params: { version: string }) => {
        if (!mayFollow(versions, context.draftVersion, params.version)) {
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
      issueObligations: intent as (_: unknown, params: { kind: string; deadlineKey: string }) => void,
      endObligations: intent as (_: unknown, params: { kind: string }) => void,
      freezeDraft: intent as (_: unknown, params: { version: string }) => void,
      reopenDraft: intent as (_: unknown, params: { version: string }) => void,
      scheduleTimer: intent as (_: unknown, params: { event: string; deadlineKey: string }) => void,
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

/** For the charts of stages, which do not know the plan's versions. */
export const stageSetup = planSetup([]);

/** Where no step was taken yet. */
export const atTheStart = ({ decisionCatalogued }: PlanInput): PlanContext => ({
  decisionCatalogued,
  draftVersion: null,
  consultationRound: 0,
  expertReviewRound: 0,
  plenaryRound: 0,
  packetRound: 0,
  suspended: false,
});
