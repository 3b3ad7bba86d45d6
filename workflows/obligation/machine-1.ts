import { setup } from 'xstate';
import { type GuardParams, requirementsMet, type WorkflowEvent } from '../kit/requirement.js';
import { firstRequirements } from './requirements.js';

const intent = () => undefined;
const needs = (...requirements: string[]) => ({ type: 'requirementsMet' as const, params: { requirements } });

type EventType =
  'beginDrafting' | 'submit' | 'withdraw' | 'returnForRevision' | 'accept' | 'waive' | 'endUnanswered';

/**
 * The first version: an acceptance and a waiver are final. Obligations that began with it keep it; its snapshots of
 * them are of a finished chart, so that a way out cannot be added to it.
 *
 * What one unit owes. It is owed until the unit begins (drafting) and hands in (submitted); the secretariat accepts
 * it or returns it with comments, and the unit hands in again. The secretariat may waive it with a reason. A reply
 * that never came ends unanswered when the consultation is over: silence is not consent.
 */
export const obligationMachine1 = setup({
  types: {
    context: {} as Record<string, never>,
    events: {} as WorkflowEvent & { type: EventType },
  },
  guards: {
    requirementsMet: (args, params: GuardParams) => requirementsMet(firstRequirements)(args, params),
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
