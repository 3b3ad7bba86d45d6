import { z } from 'zod';

/** A field that is sent empty when nothing was chosen. */
export const chosen = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A field that may be there several times, once or not at all. */
export const several = z
  .union([z.string(), z.array(z.string())], { error: '应为文字' })
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** A ticked box is sent, an unticked one is not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** Which page of a list, from 1. */
export const pageNumber = z.coerce
  .number({ error: '应为页码' })
  .int({ error: '应为页码' })
  .min(1, { error: '应为页码' })
  .max(100_000, { error: '应为页码' })
  .default(1);

type Fields = Record<string, string | number | boolean | undefined>;

/** The path with those fields that hold something, so that filters survive a link. */
export function pathWith(path: string, fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' || value === false
      ? []
      : [[name, value === true ? '1' : String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
