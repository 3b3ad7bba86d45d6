import { pathWith } from './form-fields.js';

export interface PagerOrder {
  path: string;
  /** The filters, which every page of the list keeps. */
  fields: Record<string, string | number | boolean | undefined>;
  page: number;
  size: number;
  total: number;
}

/** “第51至100件，共160件” with links to the pages around, for `page/pager`. */
export function pagerOf({ path, fields, page, size, total }: PagerOrder) {
  const last = Math.max(1, Math.ceil(total / size));
  const to = (number: number) => pathWith(path, { ...fields, page: number === 1 ? undefined : number });
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return {
    from: total === 0 ? 0 : Math.min((page - 1) * size + 1, total),
    to: Math.min(page * size, total),
    total,
    pages: numbers.map((number, index) => ({
      number,
      href: to(number),
      current: number === page,
      gap: index > 0 && number > numbers[index - 1] + 1,
    })),
    several: last > 1,
    previous: page > 1 ? to(page - 1) : null,
    next: page < last ? to(page + 1) : null,
  };
}
