import { z } from 'zod';

/** A repeated field arrives as a list, a single one as a string, none not at all. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());

/** A box that is ticked sends something. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** A choice that may be left empty. */
export const optionalId = z
  .string()
  .default('')
  .transform((id) => (id === '' ? null : id));

/** One item a line; empty lines are none. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
