import { z } from 'zod';

export const perPage = 50;

/** `?page=2` */
export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** One page of a list that is short enough to be read whole, and the links to its neighbours. */
export function pageAt<T>(rows: readonly T[], wanted: number, address: (page: number) => string) {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(wanted, pages);
  return {
    rows: rows.slice((page - 1) * perPage, page * perPage),
    pager: {
      text: `第${page}页，共${pages}页`,
      previous: page > 1 ? address(page - 1) : null,
      next: page < pages ? address(page + 1) : null,
    },
  };
}

/** The address of a list with what it is filtered by; what is empty is left out. */
export function listAddress(path: string, filter: Record<string, string | number | undefined>): string {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** A repeated form field: nothing, one text or a list. */
export const repeated = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());
