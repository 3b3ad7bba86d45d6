import { setup } from 'xstate';
import { type GuardParams, requirementsMet, type WorkflowEvent } from '../kit/requirement.js';
import { obligationRequirements } from './requirements.js';

const intent = () => undefined;
const needs = (...requirements: string[]) => ({ type: 'requirementsMet' as const, params: { requirements } });

export type ObligationEventType =
  'beginDrafting' | 'submit' | 'withdraw' | 'returnForRevision' | 'accept' | 'waive' | 'endUnanswered';

/**
 * What one unit owes. It is owed until the unit begins (drafting) and hands in (submitted); the secretariat accepts
 * it or returns it with comments, and the unit hands in again. The secretariat may waive it with a reason. A reply
 * that never came ends unanswered when the consultation is over: silence is not consent.
 */
export const obligationMachine = setup({
  types: {
    context: {} as Record<string, never>,
    events: {} as WorkflowEvent & { type: ObligationEventType },
  },
  guards: {
    requirementsMet: (args, params: GuardParams) => requirementsMet(obligationRequirements)(args, params),
  },
  actions: { sendReceipt: intent, sendReturned: intent, stopReminders: intent, resumeReminders: intent },
}).createMachine({
  id: 'obligation',
  context: {},
  initial: 'owed',
  states: {
    owed: {
      on: {
        beginDrafting: { target: 'drafting' },
        submit: {
          guard: needs('submissionComplete'),
          target: 'submitted',
          actions: [{ type: 'sendReceipt' }, { type: 'stopReminders' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived', actions: [{ type: 'stopReminders' }] },
        endUnanswered: { target: 'unanswered', actions: [{ type: 'stopReminders' }] },
      },
    },
    drafting: {
      on: {
        submit: {
          guard: needs('submissionComplete'),
          target: 'submitted',
          actions: [{ type: 'sendReceipt' }, { type: 'stopReminders' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived', actions: [{ type: 'stopReminders' }] },
        endUnanswered: { target: 'unanswered', actions: [{ type: 'stopReminders' }] },
      },
    },
    submitted: {
      on: {
        withdraw: { target: 'drafting', actions: [{ type: 'resumeReminders' }] },
        returnForRevision: {
          guard: needs('returnReasoned'),
          target: 'returned',
          actions: [{ type: 'sendReturned' }, { type: 'resumeReminders' }],
        },
        accept: { target: 'accepted' },
      },
    },
    returned: {
      on: {
        submit: {
          guard: needs('submissionComplete'),
          target: 'submitted',
          actions: [{ type: 'sendReceipt' }, { type: 'stopReminders' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived', actions: [{ type: 'stopReminders' }] },
        endUnanswered: { target: 'unanswered', actions: [{ type: 'stopReminders' }] },
      },
    },
    accepted: { type: 'final' },
    waived: { type: 'final' },
    unanswered: { type: 'final' },
  },
});
