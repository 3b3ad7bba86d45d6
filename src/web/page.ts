import { z } from 'zod';

const limitText = '每页条数，1至200，默认50';

/** Query fields of every list. */
export const pageQuery = {
  limit: z.coerce
    .number({ error: '应为1至200的整数' })
    .int({ error: '应为1至200的整数' })
    .min(1, { error: '应为1至200的整数' })
    .max(200, { error: '应为1至200的整数' })
    .default(50)
    .describe(limitText),
  cursor: z
    .string()
    .regex(/^[\w:.-]{1,200}$/, { error: '不是上一页给出的位置' })
    .optional()
    .describe('上一页的 next；不填则从头开始'),
};

/** A query field that filters by yes or no. */
export const flagQuery = z
  .enum(['true', 'false'], { error: '应为 true 或者 false' })
  .transform((text) => text === 'true')
  .optional();

/** A query field that filters by a name the house gave, such as a state or a kind of act. */
export const wordQuery = z
  .string()
  .regex(/^[\w.:@-]{1,100}$/, { error: '只含字母、数字和 . : @ _ -' })
  .optional();

export interface PageRequest {
  limit: number;
  cursor?: string;
}

/** `next` is the cursor of the following page, null on the last one. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** One page of a list that is short by nature (deadlines, issues); long ones are paged by the database. */
export function pageFrom<T>(all: T[], { limit, cursor }: PageRequest, keyOf: (item: T) => string): Page<T> {
  const from = cursor === undefined ? 0 : all.findIndex((item) => keyOf(item) === cursor) + 1;
  // A row that was there when the page before was read is gone: an empty page says so, not the first page again.
  const items = cursor !== undefined && from === 0 ? [] : all.slice(from, from + limit);
  const more = items.length > 0 && from + items.length < all.length;
  return { items, next: more ? keyOf(items[items.length - 1]) : null };
}
