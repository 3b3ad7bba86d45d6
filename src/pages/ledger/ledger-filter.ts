import { z } from 'zod';
import { addDays, calendarDateSchema, startOfDay } from '../../calendar/index.js';
import { type LedgerFilter } from '../../ledger/index.js';

const blank = z.literal('').transform(() => undefined);
const largestNumber = 2_147_483_647;

/** What the form above the list sends; an empty field asks for nothing. */
export const ledgerQuery = {
  text: z.string().trim().max(200).default(''),
  type: z
    .string()
    .regex(/^[A-Za-z.-]{0,64}$/)
    .default(''),
  by: z
    .string()
    .regex(/^[A-Za-z]{0,20}$/)
    .default(''),
  from: blank.or(calendarDateSchema).optional(),
  until: blank.or(calendarDateSchema).optional(),
  before: blank.or(z.coerce.number().int().min(1).max(largestNumber)).optional(),
};
export type LedgerSearch = z.output<z.ZodObject<typeof ledgerQuery>>;

/** Days are whole: `until` is the last day that is looked through. */
export function filterOf({ text, type, by, from, until }: LedgerSearch): Omit<LedgerFilter, 'limit'> {
  return {
    text: text === '' ? undefined : text,
    type: type === '' ? undefined : type,
    actorKind: by === '' ? undefined : by,
    from: from === undefined ? undefined : startOfDay(from),
    until: until === undefined ? undefined : startOfDay(addDays(until, 1)),
  };
}

/** “第1203号”, “1203”: an entry's own number rather than a word in it. */
export function numberIn(text: string): number | null {
  const [, digits] = /^第?\s*(\d{1,9})\s*号?$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The address of the same search further back. */
export function searchPath(base: string, search: LedgerSearch, before: number): string {
  const fields = Object.entries({ ...search, before }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const query = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)]));
  return `${base}?${query.toString()}`;
}
