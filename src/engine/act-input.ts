import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { type AnyAct } from './define-act.js';

const parameterNames = (path: string): string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name);

/** The fields of an act's input that its address names. */
export const inAddress = (act: AnyAct): string[] => parameterNames(act.path);

/** The fields by name; an input that is no plain object (one of several shapes) has none to speak of. */
export function fieldsOf(act: AnyAct): Record<string, z.ZodType> {
  const input = act.input as z.ZodType;
  return input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : {};
}

/**
 * An act's input without those fields that come from elsewhere (the address, the page). Strict: a reason whose field
 * is misspelt must be refused, not lost.
 */
export function inputWithout(act: AnyAct, elsewhere: readonly string[]): z.ZodType {
  const input = act.input as z.ZodType;
  if (!(input instanceof z.ZodObject)) {
    assert.equal(elsewhere.length, 0, `${act.name}: only fields of an object can come from elsewhere`);
    return input;
  }
  if (elsewhere.length === 0) return input.strict();
  // A rule about several fields cannot be tried on some of them; it belongs into the work.
  assert.ok(
    !input.def.checks?.length,
    `${act.name} has a rule over fields of which some come from elsewhere`,
  );
  const missing = elsewhere.find((name) => !(name in input.shape));
  assert.equal(missing, undefined, `${act.name} has no field ${missing}`);
  return z.strictObject(
    Object.fromEntries(
      Object.entries(input.shape as Record<string, z.ZodType>).filter(([name]) => !elsewhere.includes(name)),
    ),
  );
}
