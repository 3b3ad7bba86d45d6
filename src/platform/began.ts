import { z } from 'zod';
import { sha256 } from './digest.js';
import { canonicalJson } from './json.js';
import { StaleRevision, type StoredFields } from './refusal.js';

const markCharacters = 16;

/** What stands in the fields of a form, by their names; a repeated field has a list. */
export type Stored = StoredFields;

/** Names the content that an edit begins from. */
export const markOf = (stored: Stored): string => sha256(canonicalJson(stored)).slice(0, markCharacters);

/** The mark of what was shown when the edit began; a form always sends it, a program may. */
export const beganInput = z.string().max(64).optional();

/**
 * What is typed over a content that is no longer the stored one would undo somebody's work unseen.
 * @param now what stands now, in words, where the fields of the form do not show it (a choice, a list of ticks)
 * @throws StaleRevision
 */
export function requireBegan(began: string | undefined, stored: Stored, what: string, now?: string): void {
  const mark = markOf(stored);
  if (began !== undefined && began !== '' && began !== mark)
    throw new StaleRevision(what, { fields: stored, mark }, now);
}
