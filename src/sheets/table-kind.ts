/** One thing a table can say in a column of its own. */
export interface FieldSpec<F extends string> {
  field: F;
  /** The heading that our own files use. */
  title: string;
  /** Headings that say it beyond doubt, brackets and spaces left out. */
  named: RegExp;
  /** Headings that may say it; a column with a better heading goes first. */
  maybe?: RegExp;
  /** How much of a column looks like it, from 0 to 1; asked where headings say nothing. */
  looks?(texts: readonly string[]): number;
}

/** A kind of table that people send: opinions, units of the roster, dispositions. */
export interface TableKind<F extends string = string> {
  /** A slug under which choices are remembered. */
  id: string;
  /** 意见表, 名册: what a sheet is called in sentences. */
  title: string;
  fields: readonly FieldSpec<F>[];
  /** Without this column there is nothing to read. */
  needed: F;
  /** Columns that are known and not read: 备注, 页码. */
  known?: RegExp;
  /** Columns of our own that only say what the register says already; nobody misses them. */
  context?: RegExp;
}

/** Something to be looked at before anything is taken. */
export interface SheetDoubt {
  /** 第3行, B列, 工作表“说明”. */
  place: string;
  /** Chinese: what is doubtful, and how it will be taken if nobody objects. */
  message: string;
  /** As the spreadsheet program numbers it; null when no one row is meant. */
  row: number | null;
  /** Nothing can be taken until the file or the choice is another. */
  blocks: boolean;
}

/** What will not be read, and why. */
export interface LeftOut {
  place: string;
  what: string;
  /** It holds text that somebody may miss, so the taking waits for a person's word. */
  holds: boolean;
}

export const rowPlace = (row: number): string => `第${row}行`;

export const doubtOfRow = (row: number, message: string, blocks = false): SheetDoubt => ({
  place: rowPlace(row),
  message,
  row,
  blocks,
});

/** 3、5—8: the numbers of many rows in one sentence. */
export function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([first, last]) =>
      first === last ? `${first}` : `${first}${last === first + 1 ? '、' : '—'}${last}`,
    )
    .join('、');
}
