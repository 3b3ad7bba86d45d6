import { type Grid } from './grid.js';
import { isSerial, looksLikeHeading, matchesOf } from './heading.js';
import { type TableKind } from './table-kind.js';

export interface HeaderBlock {
  /** Rows from 0, both included; `last` is `first - 1` when the table has no header. */
  first: number;
  last: number;
  /** How well its headings fit the kind; 0 when nothing fits. */
  score: number;
  /** The needed column is among its headings. */
  hasNeeded: boolean;
}

/** Titles, notes to whoever fills in the table, and blank rows may stand above the header. */
const mostRowsAbove = 60;
const mostHeaderRows = 3;

/** The heading texts of each column, from the upper to the lower row. */
export function levelsOf(grid: Grid, { first, last }: Pick<HeaderBlock, 'first' | 'last'>): string[][] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => grid.headings(first + at));
  return Array.from({ length: grid.width }, (_, column) => rows.map((cells) => cells[column]));
}

/** The rows whose cells are most clearly headings of this kind; undefined when none are. */
export function findHeader<F extends string>(grid: Grid, kind: TableKind<F>): HeaderBlock | undefined {
  let best: HeaderBlock | undefined;
  for (let first = 0; first < Math.min(grid.height, mostRowsAbove); first++) {
    for (const block of blocksAt(grid, kind, first)) {
      if (!best || (block.hasNeeded ? 100 : 0) + block.score > (best.hasNeeded ? 100 : 0) + best.score)
        best = block;
    }
  }
  return best;
}

/** The header that begins at a row a person named, however little of it is understood. */
export function headerAt<F extends string>(grid: Grid, kind: TableKind<F>, first: number): HeaderBlock {
  const blocks = [...blocksAt(grid, kind, first)];
  const best = blocks.sort((a, b) => b.score - a.score)[0];
  return best ?? { first, last: first, score: 0, hasNeeded: false };
}

/** When nothing is understood: the first row of several short labels, or no header at all. */
export function likelyHeader(grid: Grid): HeaderBlock {
  for (let row = 0; row < Math.min(grid.height, mostRowsAbove); row++) {
    const filled = grid.filled(row);
    if (filled.length < Math.min(2, grid.width)) continue;
    const short = filled.every((column) => looksLikeHeading(grid.own(row, column)));
    const last = short && row + 1 < grid.height ? row : row - 1;
    return { first: row, last, score: 0, hasNeeded: false };
  }
  return { first: 0, last: -1, score: 0, hasNeeded: false };
}

function* blocksAt<F extends string>(grid: Grid, kind: TableKind<F>, first: number): Generator<HeaderBlock> {
  if (!mayBegin(grid, first)) return;
  for (let last = first; last < Math.min(first + mostHeaderRows, grid.height); last++) {
    if (last > first && !goesOn(grid, kind, first, last)) return;
    const block = weigh(grid, kind, first, last);
    if (block !== undefined) yield block;
  }
}

/** One cell over the whole width is a title, not a header; a row into which a heading reaches is its second row. */
function mayBegin(grid: Grid, row: number): boolean {
  if (Array.from({ length: grid.width }).some((_, column) => grid.goesOn(row, column))) return false;
  const texts = new Set(grid.headings(row).filter((text) => text !== ''));
  return texts.size >= Math.min(2, grid.width);
}

/** A row is still header when a heading above reaches into it, or when it holds nothing but headings. */
function goesOn<F extends string>(grid: Grid, kind: TableKind<F>, first: number, row: number): boolean {
  const own = grid.filled(row);
  if (own.length === 0 || !own.every((column) => looksLikeHeading(grid.own(row, column)))) return false;
  const reaches = Array.from({ length: grid.width }).some((_, column) => grid.goesOn(row, column));
  if (reaches) return true;
  const names = own.filter((column) => matchesOf(kind, [grid.own(row, column)]).length > 0);
  const repeats = own.some((column) => grid.own(row - 1, column).trim() === grid.own(row, column).trim());
  const above = grid.filled(first).length;
  return names.length * 2 >= own.length && !repeats && above > 1;
}

function weigh<F extends string>(
  grid: Grid,
  kind: TableKind<F>,
  first: number,
  last: number,
): HeaderBlock | undefined {
  const best = new Map<F, number>();
  let serials = 0;
  for (const levels of levelsOf(grid, { first, last })) {
    const [match] = matchesOf(kind, levels);
    if (match !== undefined) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.strength));
    else if (isSerial(levels)) serials = 0.5;
  }
  const hasNeeded = best.has(kind.needed);
  if (!hasNeeded && best.size < 2) return undefined;
  const sum = [...best.values()].reduce((total, value) => total + value, 0);
  return { first, last, score: sum + serials - 0.25 * (last - first), hasNeeded };
}
