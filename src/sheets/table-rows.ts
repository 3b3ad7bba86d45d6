import { type TableColumn } from './assign-columns.js';
import { type HeaderBlock } from './find-header.js';
import { type Grid } from './grid.js';
import { type SheetChoice } from './sheet-choice.js';
import { whatRowIs } from './row-kinds.js';
import {
  doubtOfRow,
  type LeftOut,
  rowList,
  rowPlace,
  type SheetDoubt,
  type TableKind,
} from './table-kind.js';

export interface TableRow<F extends string = string> {
  /** As the spreadsheet program numbers it. */
  row: number;
  cells: Partial<Record<F, string>>;
  /** Fields whose text comes from a joined cell that begins further up. */
  joined: ReadonlySet<F>;
}

interface TableBody<F extends string> {
  rows: TableRow<F>[];
  doubts: SheetDoubt[];
  leftOut: LeftOut[];
  /** Texts of the rows that are no entries. */
  notes: string[];
}

const markMessages = {
  formula: '是公式，文件中没有保存计算结果，读作空白；请在Excel或WPS中打开后重新保存，或者改为文字',
  error: '是错误值',
  struck: '的文字带删除线，仍按原文读取；如已作废，请删去该行',
};

/** The rows below the header, each held to be an entry, or left out with the reason. */
export function readTableRows<F extends string>(
  grid: Grid,
  kind: TableKind<F>,
  block: HeaderBlock,
  columns: TableColumn<F>[],
  choice: SheetChoice<F>,
): TableBody<F> {
  const body: TableBody<F> = { rows: [], doubts: [], leftOut: [], notes: [] };
  const numbered: number[] = [];
  for (let row = block.last + 1; row < grid.height; row++) {
    if (grid.filled(row).length === 0) continue;
    const is = whatRowIs(grid, row, block, columns, kind.needed);
    if (is.kind === 'note' && isOwnNote(grid, row, kind)) continue;
    if (is.kind === 'note') body.notes.push(...grid.filled(row).map((at) => grid.own(row, at).trim()));
    if (is.kind === 'only-numbered') numbered.push(row + 1);
    else if (is.kind === 'note')
      body.leftOut.push({ place: rowPlace(row + 1), what: is.what, holds: is.holds });
    else readRow(grid, row, columns, choice, body);
    if (is.kind === 'note' && is.doubt !== undefined) body.doubts.push(doubtOfRow(row + 1, is.doubt));
  }
  if (numbered.length > 0)
    body.leftOut.push({ place: `第${rowList(numbered)}行`, what: '只有序号，没有内容', holds: false });
  aboutColumns(kind, columns, choice, body);
  aboutErrors(grid, block, choice, body);
  return body;
}

/** What our own tables print between their rows needs no word. */
const isOwnNote = <F extends string>(grid: Grid, row: number, { context }: TableKind<F>): boolean =>
  grid.filled(row).every((at) => context?.test(grid.own(row, at).trim()) === true);

function readRow<F extends string>(
  grid: Grid,
  row: number,
  columns: TableColumn<F>[],
  choice: SheetChoice<F>,
  { rows, doubts, leftOut }: TableBody<F>,
): void {
  const number = row + 1;
  if (choice.leaveOut?.has(number) === true) {
    leftOut.push({ place: rowPlace(number), what: '按选择不读入', holds: false });
    return;
  }
  const cells: Partial<Record<F, string>> = {};
  const joined = new Set<F>();
  for (const { at, field } of columns) {
    if (field === null) continue;
    cells[field] = grid.down(row, at);
    if (grid.goesOn(row, at)) joined.add(field);
  }
  if (grid.sheet.hiddenRows.has(row) && choice.takeHidden !== true) {
    const said = grid
      .filled(row)
      .map((at) => grid.own(row, at).trim())
      .join('　');
    doubts.push(
      doubtOfRow(
        number,
        `是隐藏（或者被筛选掉）的行，不读入；如要读入，请选择“一并读入隐藏的行和列”。内容：${said.slice(0, 60)}`,
      ),
    );
    leftOut.push({ place: rowPlace(number), what: `隐藏的行：${said.slice(0, 60)}`, holds: true });
    return;
  }
  for (const { at, field, letters, heading } of columns) {
    const mark = field === null || grid.goesOn(row, at) ? undefined : grid.mark(row, at);
    if (mark === undefined) continue;
    const value = mark === 'error' ? `“${grid.down(row, at)}”` : '';
    doubts.push(doubtOfRow(number, `${letters}列“${heading}”${markMessages[mark]}${value}。`));
    // An error value is what a formula failed to give, not what anybody wrote.
    if (mark === 'error') cells[field!] = '';
  }
  rows.push({ row: number, cells, joined });
}

/** Columns that hold text and are not read. */
function aboutColumns<F extends string>(
  { context }: TableKind<F>,
  columns: readonly TableColumn<F>[],
  choice: SheetChoice<F>,
  { doubts, leftOut }: TableBody<F>,
): void {
  for (const { letters, heading, hidden, serial, field, filled, samples } of columns) {
    if (field !== null || filled === 0 || context?.test(heading) === true) continue;
    const place = `${letters}列`;
    const name = heading === '' ? '没有列名' : `“${heading}”`;
    if (hidden && !serial) {
      const message = `${name}是隐藏的列，不读入；如要读入，请选择“一并读入隐藏的行和列”。`;
      if (choice.takeHidden !== true) doubts.push({ place, message, row: null, blocks: false });
    }
    const what = `${name}没有读入（${filled}格，如“${samples[0].slice(0, 20)}”）`;
    if (!serial) leftOut.push({ place, what, holds: true });
  }
}

/** What the reader could not take in: cells too long, rows too wide, quotes without their pair. */
function aboutErrors<F extends string>(
  { sheet }: Grid,
  block: HeaderBlock,
  { leaveOut }: SheetChoice<F>,
  { doubts }: TableBody<F>,
): void {
  for (const { row, sentence } of sheet.errors)
    if (row > block.first && leaveOut?.has(row) !== true) doubts.push(doubtOfRow(row, sentence, true));
}
