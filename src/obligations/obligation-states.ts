/** States in which the unit still has to do something; only they can be late. */
export const outstandingStates = ['owed', 'drafting', 'returned'] as const;

/** States from which nothing more happens. */
export const settledStates = ['accepted', 'waived', 'unanswered'] as const;

export type ObligationState =
  (typeof outstandingStates)[number] | 'submitted' | (typeof settledStates)[number];

export const isOutstanding = (state: string): boolean =>
  (outstandingStates as readonly string[]).includes(state);

export const isSettled = (state: string): boolean => (settledStates as readonly string[]).includes(state);
