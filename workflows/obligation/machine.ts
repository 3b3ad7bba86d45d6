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
  actions: { sendReceipt: intent, sendReturned: intent },
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
          actions: [{ type: 'sendReceipt' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived' },
        endUnanswered: { target: 'unanswered' },
      },
    },
    drafting: {
      on: {
        submit: {
          guard: needs('submissionComplete'),
          target: 'submitted',
          actions: [{ type: 'sendReceipt' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived' },
        endUnanswered: { target: 'unanswered' },
      },
    },
    submitted: {
      on: {
        withdraw: { target: 'drafting' },
        returnForRevision: {
          guard: needs('returnReasoned'),
          target: 'returned',
          actions: [{ type: 'sendReturned' }],
        },
        accept: { target: 'accepted' },
      },
    },
    returned: {
      on: {
        submit: {
          guard: needs('submissionComplete'),
          target: 'submitted',
          actions: [{ type: 'sendReceipt' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived' },
        endUnanswered: { target: 'unanswered' },
      },
    },
    accepted: { type: 'final' },
    waived: { type: 'final' },
    unanswered: { type: 'final' },
  },
});
