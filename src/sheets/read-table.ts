import { type Sheet } from '../files/index.js';
import { InvalidInput } from '../platform/index.js';
import { assignColumns, type TableColumn } from './assign-columns.js';
import { findHeader, type HeaderBlock, headerAt, levelsOf, likelyHeader } from './find-header.js';
import { fingerprintOf } from './fingerprint.js';
import { Grid } from './grid.js';
import { type SheetChoice } from './sheet-choice.js';
import { readTableRows, type TableRow } from './table-rows.js';
import { type LeftOut, rowPlace, type SheetDoubt, type TableKind } from './table-kind.js';

export interface SheetShown {
  name: string;
  hidden: boolean;
  /** Rows that say something. */
  rows: number;
  chosen: boolean;
}

export interface TableReading<F extends string = string> {
  sheet: string;
  /** Whether it is the sheet that is read when nobody chooses. */
  firstSheet: boolean;
  sheets: SheetShown[];
  /** Rows of the header from 1; null when the table has none. */
  header: { first: number; last: number } | null;
  columns: TableColumn<F>[];
  /** Texts above the header and notes below the rows, which may say for whom the whole table stands. */
  around: string[];
  rows: TableRow<F>[];
  doubts: SheetDoubt[];
  leftOut: LeftOut[];
  /** Tells tables with the same headings from others. */
  fingerprint: string;
}

/** What people chose before, by the fingerprint of a table's headings. */
export type Remembered<F extends string> = ReadonlyMap<string, Partial<Record<F, number | null>>>;

/**
 * Reads a table of one kind out of a workbook: finds the sheet, the header and the columns, spreads joined cells,
 * and says of everything else that it is left out and why. Pure: a dry run and an import read alike.
 * @throws InvalidInput when the chosen sheet or row does not exist
 */
export function readTable<F extends string>(
  sheets: readonly Sheet[],
  kind: TableKind<F>,
  choice: SheetChoice<F> = {},
  remembered: Remembered<F> = new Map(),
): TableReading<F> {
  const { sheet, others } = chooseSheet(sheets, kind, choice.sheet);
  const grid = new Grid(sheet);
  const known = recall(grid, remembered);
  const block = choose(grid, kind, choice, known?.block);
  const sure = block.score > 0 || choice.headerRow !== undefined || known !== undefined;
  const assigned = assignColumns(grid, kind, block, choice, known?.columns);
  const body = readTableRows(grid, kind, block, assigned.columns, choice);
  return {
    sheet: sheet.name,
    firstSheet: sheet === (sheets.find(({ hidden }) => !hidden) ?? sheets[0]),
    sheets: sheets.map((each) => ({
      name: each.name,
      hidden: each.hidden,
      rows: countRows(each),
      chosen: each === sheet,
    })),
    header: block.last < block.first ? null : { first: block.first + 1, last: block.last + 1 },
    columns: assigned.columns,
    around: [...textsAbove(grid, block), ...body.notes],
    rows: body.rows,
    doubts: [
      ...others.doubts,
      ...(sure ? [] : [headerDoubt(kind, block)]),
      ...assigned.doubts,
      ...neededDoubt(kind, assigned.columns),
      ...body.doubts,
    ],
    leftOut: [...others.leftOut, ...leftAbove(grid, block), ...body.leftOut],
    fingerprint: fingerprintOf(levelsOf(grid, block)),
  };
}

function choose<F extends string>(
  grid: Grid,
  kind: TableKind<F>,
  { headerRow }: SheetChoice<F>,
  known: HeaderBlock | undefined,
): HeaderBlock {
  if (headerRow === undefined) return known ?? findHeader(grid, kind) ?? likelyHeader(grid);
  if (headerRow === 0)
    return { first: firstFilled(grid), last: firstFilled(grid) - 1, score: 0, hasNeeded: false };
  if (headerRow > grid.height)
    throw new InvalidInput(
      `所选工作表只有${grid.height}行，没有第${headerRow}行；请重选表头行。`,
      'no-such-row',
    );
  return headerAt(grid, kind, headerRow - 1);
}

const firstFilled = (grid: Grid): number => {
  const at = grid.sheet.rows.findIndex((_, row) => grid.filled(row).length > 0);
  return Math.max(at, 0);
};

/** A header that a person once explained is found again wherever it stands. */
function recall<F extends string>(grid: Grid, remembered: Remembered<F>) {
  if (remembered.size === 0) return undefined;
  for (let first = 0; first < Math.min(grid.height, 60); first++) {
    for (let last = first; last < Math.min(first + 3, grid.height); last++) {
      const columns = remembered.get(fingerprintOf(levelsOf(grid, { first, last })));
      if (columns !== undefined)
        return { columns, block: { first, last, score: 0, hasNeeded: false } as HeaderBlock };
    }
  }
  return undefined;
}

function chooseSheet<F extends string>(
  sheets: readonly Sheet[],
  kind: TableKind<F>,
  wanted: string | undefined,
): { sheet: Sheet; others: { doubts: SheetDoubt[]; leftOut: LeftOut[] } } {
  const weighed = sheets.map((sheet) => ({ sheet, header: findHeader(new Grid(sheet), kind) }));
  const shown = weighed.filter(({ sheet }) => !sheet.hidden);
  const named = sheets.find(({ name }) => name === wanted);
  if (wanted !== undefined && named === undefined) {
    const names = sheets.map(({ name }) => `“${name}”`).join('、');
    throw new InvalidInput(`文件中没有名为“${wanted.slice(0, 40)}”的工作表；现有${names}。`, 'no-such-sheet');
  }
  const fullest = [...shown].sort((a, b) => countRows(b.sheet) - countRows(a.sheet))[0];
  const found =
    shown.find(({ header }) => header?.hasNeeded) ??
    shown.find(({ header }) => header !== undefined) ??
    fullest;
  const sheet = named ?? found?.sheet ?? sheets[0];
  const others = weighed.filter((each) => each.sheet !== sheet && countRows(each.sheet) > 0);
  return { sheet, others: aboutOthers(others, kind, wanted !== undefined) };
}

/** What stands in the other sheets is read only if somebody chooses them. */
function aboutOthers<F extends string>(
  others: { sheet: Sheet; header: HeaderBlock | undefined }[],
  kind: TableKind<F>,
  chosen: boolean,
): { doubts: SheetDoubt[]; leftOut: LeftOut[] } {
  const doubts: SheetDoubt[] = [];
  const leftOut: LeftOut[] = [];
  for (const { sheet, header } of others) {
    const place = `工作表“${sheet.name}”`;
    const size = `${countRows(sheet)}行`;
    const looksAlike = header !== undefined || isTable(sheet);
    if (!chosen && (sheet.hidden || looksAlike)) {
      const what = sheet.hidden ? `是隐藏的工作表，有${size}` : `也有内容（${size}）`;
      const message = `${what}，这一次不读入；如是${kind.title}，请选择该工作表另行导入。`;
      doubts.push({ place, message, row: null, blocks: false });
    }
    leftOut.push({ place, what: `没有读入（${size}）`, holds: !chosen && (sheet.hidden || looksAlike) });
  }
  return { doubts, leftOut };
}

/** Several columns in several rows are more than a note to whoever fills in the table. */
const isTable = ({ rows }: Sheet): boolean =>
  rows.filter((cells) => cells.filter((text) => text.trim() !== '').length > 1).length > 1;

const countRows = ({ rows }: Sheet): number =>
  rows.filter((cells) => cells.some((text) => text.trim() !== '')).length;

function textsAbove(grid: Grid, { first }: HeaderBlock): string[] {
  return grid.sheet.rows.slice(0, first).flatMap((cells) => cells.map((text) => text.trim()).filter(Boolean));
}

function leftAbove(grid: Grid, { first }: HeaderBlock): LeftOut[] {
  return grid.sheet.rows.slice(0, first).flatMap((cells, row): LeftOut[] => {
    const texts = cells.map((text) => text.trim()).filter(Boolean);
    if (texts.length === 0) return [];
    return [
      { place: rowPlace(row + 1), what: `表头以上的文字：${texts.join('　').slice(0, 80)}`, holds: false },
    ];
  });
}

const headerDoubt = <F extends string>(kind: TableKind<F>, block: HeaderBlock): SheetDoubt => ({
  place: block.last < block.first ? '表头' : rowPlace(block.first + 1),
  message:
    block.last < block.first
      ? `没有找到${kind.title}的表头，按没有表头读取；如有表头，请指定所在行。`
      : `没有认出${kind.title}的表头，暂按第${block.first + 1}行读取；请核对，或者指定表头所在行。`,
  row: null,
  blocks: false,
});

function neededDoubt<F extends string>(kind: TableKind<F>, columns: TableColumn<F>[]): SheetDoubt[] {
  if (columns.some(({ field }) => field === kind.needed)) return [];
  const title = kind.fields.find(({ field }) => field === kind.needed)!.title;
  const seen = columns
    .filter(({ heading }) => heading !== '')
    .map((each) => `${each.letters}列“${each.heading}”`);
  const message =
    `没有认出“${title}”所在的列，请指定是哪一列` +
    (seen.length === 0 ? '。' : `；表中有${seen.slice(0, 12).join('、')}。`);
  return [{ place: '表头', message, row: null, blocks: true }];
}
