import { setup } from 'xstate';
import { type GuardParams, requirementsMet, type WorkflowEvent } from '../kit/requirement.js';
import { opinionRequirements } from './requirements.js';

const needs = (...requirements: string[]) => ({ type: 'requirementsMet' as const, params: { requirements } });

export type OpinionEventType =
  'assign' | 'dispose' | 'returnDisposition' | 'approveDisposition' | 'reopen' | 'split';

/**
 * One opinion. It is received, assigned to a handler, disposed of with a reason, and reviewed by somebody else, who
 * may return it. A letter with several points is split: the letter itself is then settled by its parts. A reviewed
 * opinion may be reopened until the packet is submitted.
 */
export const opinionMachine = setup({
  types: {
    context: {} as Record<string, never>,
    events: {} as WorkflowEvent & { type: OpinionEventType },
  },
  guards: {
    requirementsMet: (args, params: GuardParams) => requirementsMet(opinionRequirements)(args, params),
  },
}).createMachine({
  id: 'opinion',
  context: {},
  initial: 'received',
  states: {
    received: {
      on: {
        assign: { target: 'assigned' },
        split: { target: 'divided' },
      },
    },
    assigned: {
      on: {
        assign: { target: 'assigned' },
        split: { target: 'divided' },
        dispose: { guard: needs('dispositionReasoned', 'changedClauseNamed'), target: 'disposed' },
      },
    },
    disposed: {
      on: {
        returnDisposition: { guard: needs('reviewerDiffers', 'returnReasoned'), target: 'assigned' },
        approveDisposition: { guard: needs('reviewerDiffers'), target: 'reviewed' },
      },
    },
    reviewed: { on: { reopen: { guard: needs('registerOpen', 'returnReasoned'), target: 'assigned' } } },
    divided: { type: 'final' },
  },
});
