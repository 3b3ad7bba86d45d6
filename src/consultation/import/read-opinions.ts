import { type Sheet } from '../../files/index.js';
import {
  doubtOfRow,
  type LeftOut,
  readTable,
  type Remembered,
  rowList,
  type SheetChoice,
  type SheetDoubt,
  type TableReading,
  type TableRow,
} from '../../sheets/index.js';
import { type OpinionField, opinionTable } from './opinion-columns.js';
import { type OpinionRowReading, readOpinionRow, type RowContext } from './opinion-row.js';
import { wholeProposerOf } from './whose-table.js';

/** What a person decides beside sheet, header and columns. */
export interface OpinionChoice extends SheetChoice<OpinionField> {
  /** Whose the rows are that name no proposer, in a table that names others. */
  blankProposer?: 'above' | 'public';
}

export interface Answer {
  row: number;
  /** A unit by its short name. */
  proposer: string | null;
  unitId: string | null;
}

export interface OpinionsReading {
  table: TableReading<OpinionField>;
  rows: OpinionRowReading[];
  /** Rows that say 无意见. */
  answers: Answer[];
  doubts: SheetDoubt[];
  leftOut: LeftOut[];
}

export interface OpinionFileContext extends RowContext {
  fileName: string;
  remembered?: Remembered<OpinionField>;
}

/** A table of opinions as an import would take it. Pure: pages, API, commands and the import itself read alike. */
export function readOpinions(
  sheets: readonly Sheet[],
  choice: OpinionChoice,
  context: OpinionFileContext,
): OpinionsReading {
  const table = readTable(sheets, opinionTable, choice, context.remembered);
  const result: OpinionsReading = {
    table,
    rows: [],
    answers: [],
    doubts: [...table.doubts],
    leftOut: [...table.leftOut],
  };
  const has = (field: OpinionField) => table.columns.some((column) => column.field === field);
  if (!has('content')) return result;
  const naming = new Naming(table, choice, context, result.doubts);
  for (const row of table.rows) {
    const name = naming.nameOf(row);
    const read = readOpinionRow(row, name, context);
    result.doubts.push(...read.doubts);
    if (read.kind === 'opinion') result.rows.push(read.reading);
    if (read.kind === 'answer')
      result.answers.push({ row: read.row, proposer: read.proposer, unitId: read.unitId });
  }
  aboutJoinedContent(table, result.doubts);
  if (has('receivedOn')) aboutMissingDates(result);
  return result;
}

/** Says of each row whose it is. */
class Naming {
  private readonly whole: string;
  private readonly hasColumn: boolean;
  private above = '';

  constructor(
    table: TableReading<OpinionField>,
    private readonly choice: OpinionChoice,
    context: OpinionFileContext,
    doubts: SheetDoubt[],
  ) {
    // A hidden column of proposers says whose the rows are, even if it is not read.
    this.hasColumn = table.columns.some(({ field, means }) => (field ?? means) === 'proposer');
    const whole = this.hasColumn ? null : wholeProposerOf(table, context.fileName, context.units);
    const persons = table.columns.some(({ field }) => field === 'personName');
    doubts.push(...(whole?.doubts ?? []));
    this.whole = whole?.name ?? (this.hasColumn || persons ? '' : '社会公众');
    if (!this.hasColumn && persons && whole === null) this.whole = '社会公众';
  }

  nameOf({ cells }: TableRow<OpinionField>): string {
    const written = (cells.proposer ?? '').trim();
    const category = (cells.category ?? '').trim();
    if (!this.hasColumn) return category === '' || this.whole !== '社会公众' ? this.whole : '';
    if (isDitto(written)) return this.above;
    if (written !== '') this.above = written;
    if (written !== '' || category !== '') return written;
    if (this.choice.blankProposer === 'above') return this.above;
    return this.choice.blankProposer === 'public' ? '社会公众' : '';
  }
}

const isDitto = (text: string): boolean => /^(?:同上|〃|"|''|″)$/u.test(text);

/** One text for several rows may be one opinion on several clauses, or the same opinion of several proposers. */
function aboutJoinedContent(table: TableReading<OpinionField>, doubts: SheetDoubt[]): void {
  for (const { row, joined, cells } of table.rows) {
    if (joined.has('content') && (cells.content ?? '').trim() !== '')
      doubts.push(
        doubtOfRow(
          row,
          '意见内容与上一行是同一个合并单元格，按每行一件读入；如是同一件意见，请不读入这一行。',
        ),
      );
  }
}

function aboutMissingDates({ rows, doubts, table }: OpinionsReading): void {
  const written = new Map(table.rows.map(({ row, cells }) => [row, (cells.receivedOn ?? '').trim()]));
  const missing = rows.filter(({ row }) => written.get(row) === '').map(({ row }) => row);
  if (missing.length === 0) return;
  const place = `第${rowList(missing)}行`;
  doubts.push({ place, message: '没有写收到日期，按导入当日收到登记。', row: null, blocks: false });
}
