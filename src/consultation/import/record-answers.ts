import { type Act } from '../../engine/index.js';
import { findObligations, handIn, isOutstanding } from '../../obligations/index.js';
import { storeReply } from '../replies/submit-reply.use-case.js';
import { type Answer } from './read-opinions.js';

/**
 * Puts on record that units have answered without an opinion. Only who still owes a reply has one to give: what a
 * unit said itself stays as it is.
 * @returns how many replies are on record now that were not before
 */
export async function recordAnswers(act: Act, answers: readonly Answer[]): Promise<number> {
  const named = new Set(answers.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])));
  if (named.size === 0) return 0;
  const obligations = await findObligations(act.tx, act.compilationId, { kind: 'reply' });
  const owed = obligations.filter(({ unitId, state }) => named.has(unitId) && isOutstanding(state));
  for (const obligation of owed) {
    await storeReply(act, obligation, []);
    await handIn(act, obligation.id);
  }
  act.note({ answered: owed.length });
  return owed.length;
}
