import { type EntityManager } from 'typeorm';
import { LedgerEntry } from '../../../ledger/index.js';
import { type Instant } from '../../../platform/index.js';

/** A step of the compilation as the ledger has it. */
export interface Step {
  at: Instant;
  event: string;
  state: string;
  draftVersion: string | null;
}

/** Every step so far in its order; the ledger's own instants date them. */
export async function findSteps(tx: EntityManager, compilationId: string): Promise<Step[]> {
  const entries = await tx.find(LedgerEntry, {
    where: { compilationId, type: 'compilation.advanced' },
    order: { seq: 'ASC' },
  });
  return entries.map(({ at, payload }) => {
    const { step, state, draftVersion } = JSON.parse(payload) as {
      step: string;
      state: string;
      draftVersion: string | null;
    };
    return { at, event: step, state, draftVersion };
  });
}
