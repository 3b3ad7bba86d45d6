import { type ExplainedSection } from '../../packet/index.js';

type Row = ExplainedSection['known'][number];

/** A run of text; numbers that the ledger gave are marked, so that a reader can ask where they come from. */
export interface Segment {
  text: string;
  sourced: boolean;
}

export interface Block {
  heading: string | null;
  minor: string | null;
  segments: Segment[] | null;
  table: { label: string; columns: string[]; rows: string[][] } | null;
}

const nothing: Block = { heading: null, minor: null, segments: null, table: null };
const numbers = /(\d+(?:\.\d+)?%?)/;

/** `收到1286条` → 收到 · 1286 · 条 */
export const segmentsOf = (text: string): Segment[] =>
  text
    .split(numbers)
    .map((part, index) => ({ text: part, sourced: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');

/** The pieces of an official document as a page shows them. */
export function blocksOf(rows: readonly Row[], title: string): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const tables = blocks.filter(({ table }) => table !== null).length;
    const block = blockOf(row, `${title}，表${tables + 1}`);
    if (row.kind === 'table-row') blocks.at(-1)?.table?.rows.push(row.cells);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

function blockOf(row: Row, label: string): Block | null {
  switch (row.kind) {
    case 'heading':
      return row.level <= 2 ? { ...nothing, heading: row.text } : { ...nothing, minor: row.text };
    case 'table-open':
      return { ...nothing, table: { label, columns: row.columns.map(({ title }) => title), rows: [] } };
    case 'paragraph':
    case 'note':
    case 'table-title':
    case 'attachment':
      return { ...nothing, segments: segmentsOf(row.text) };
    case 'run-in':
      return { ...nothing, segments: segmentsOf(row.lead + row.text) };
    default:
      return null;
  }
}

export const countNumbers = (blocks: readonly Block[]): number =>
  blocks
    .flatMap(({ segments, table }) => segments ?? (table?.rows.flat() ?? []).flatMap(segmentsOf))
    .filter(({ sourced }) => sourced).length;
