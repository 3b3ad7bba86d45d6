import { setup } from 'xstate';
import { type GuardParams, requirementsMet, type WorkflowEvent } from '../kit/requirement.js';
import { obligationRequirements } from './requirements.js';

const intent = () => undefined;
const needs = (...requirements: string[]) => ({ type: 'requirementsMet' as const, params: { requirements } });

export type ObligationEventType =
  | 'beginDrafting'
  | 'submit'
  | 'withdraw'
  | 'returnForRevision'
  | 'accept'
  | 'revokeAcceptance'
  | 'waive'
  | 'revokeWaiver'
  | 'endUnanswered';

/**
 * What one unit owes. It is owed until the unit begins (drafting) and hands in (submitted); the secretariat accepts
 * it or returns it with comments, and the unit hands in again. The secretariat may waive it with a reason. An
 * acceptance or a waiver given by mistake is revoked with a reason: what was accepted waits for its review again, what
 * was waived is owed again from where it stood. A reply that never came ends unanswered when the consultation is
 * over: silence is not consent.
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
  initial: 'outstanding',
  states: {
    outstanding: {
      initial: 'owed',
      on: {
        submit: {
          guard: needs('submissionComplete'),
          target: 'submitted',
          actions: [{ type: 'sendReceipt' }],
        },
        waive: { guard: needs('waiverReasoned'), target: 'waived' },
        endUnanswered: { target: 'unanswered' },
      },
      states: {
        beforeWaiver: { type: 'history' },
        owed: { on: { beginDrafting: { target: 'drafting' } } },
        drafting: {},
        returned: {},
      },
    },
    submitted: {
      on: {
        withdraw: { target: 'outstanding.drafting' },
        returnForRevision: {
          guard: needs('returnReasoned'),
          target: 'outstanding.returned',
          actions: [{ type: 'sendReturned' }],
        },
        accept: { target: 'accepted' },
      },
    },
    accepted: {
      on: { revokeAcceptance: { guard: needs('revocationReasoned'), target: 'submitted' } },
    },
    waived: {
      on: { revokeWaiver: { guard: needs('revocationReasoned'), target: 'outstanding.beforeWaiver' } },
    },
    unanswered: { type: 'final' },
  },
});
