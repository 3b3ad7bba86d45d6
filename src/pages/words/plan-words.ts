import { shippedPlans } from '../../engine/index.js';

interface Move {
  definition: string;
  event: { type?: string } | null;
}

/** What the plan calls a step or a state, for whoever has its name alone; the name itself if no plan knows it. */
export function planWord(name: string, planId?: string): string {
  const known = shippedPlans().filter(({ id }) => planId === undefined || id === planId);
  for (const { eventTitles, stateTitles } of known) {
    const title = eventTitles[name] ?? stateTitles[name];
    if (title !== undefined) return title;
  }
  return name;
}

/** The step that an entry of the ledger is of, in the words of the plan that took it; null when it is of none. */
export function stepTitle(payload: unknown): string | null {
  const { step, transitions = [] } = payload as { step?: string; transitions?: Move[] };
  if (step === undefined) return null;
  return planWord(step, transitions.find(({ event }) => event?.type === step)?.definition);
}
