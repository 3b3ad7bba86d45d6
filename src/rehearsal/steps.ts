import { type LedgerQuery } from '../ledger/index.js';
import { type Instant } from '../platform/index.js';

/** A step of the compilation as the ledger has it, whoever took it. */
export interface Step {
  at: Instant;
  event: string;
  state: string;
  draftVersion: string | null;
}

export async function stepsOf(ledger: LedgerQuery, compilationId: string): Promise<Step[]> {
  const steps: Step[] = [];
  for await (const entry of await ledger.entries(compilationId)) {
    if (entry.type !== 'compilation.advanced') continue;
    const { step, state, draftVersion } = entry.payload as {
      step: string;
      state: string;
      draftVersion: string | null;
    };
    steps.push({ at: Date.parse(entry.at), event: step, state, draftVersion });
  }
  return steps;
}
