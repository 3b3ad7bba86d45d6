import { type Clause } from '../../drafts/index.js';
import { type Sheet } from '../../files/index.js';
import {
  type LeftOut,
  readTable,
  type Remembered,
  type SheetChoice,
  type SheetDoubt,
  type TableReading,
  type TableRow,
} from '../../sheets/index.js';
import { type Disposition, dispositions } from '../../../workflows/index.js';
import { changesText } from '../dispositions/dispose.js';
import { type Opinion } from '../opinions/opinion.entity.js';
import { rowMark } from '../tables/row-mark.js';
import { dispositionTable, type ReturnedField } from './disposition-table-kind.js';

export interface Standing {
  opinion: Opinion;
  state: string;
}

/** One opinion that the table disposes of. */
export interface ReturnedChange {
  row: number;
  number: string;
  opinionId: string;
  /** Whether it is given to whoever returns the table first. */
  assigns: boolean;
  disposition: Disposition;
  reason: string;
  clauseId: string | null;
  clauseLabel: string | null;
}

export interface RowRefusal {
  row: number;
  sentence: string;
}

export interface ReturnedReading {
  table: TableReading<ReturnedField>;
  changes: ReturnedChange[];
  refusals: RowRefusal[];
  /** Rows that say what the register says. */
  unchanged: number;
  /** Rows of open opinions in which no 处理意见 was filled in. */
  blank: number;
  doubts: SheetDoubt[];
  leftOut: LeftOut[];
}

export interface ReturnedContext {
  /** By 意见编号. */
  standing: ReadonlyMap<string, Standing>;
  /** Of the working revision; empty when there is none. */
  clauses: readonly Pick<Clause, 'clauseId' | 'label'>[];
  remembered?: Remembered<ReturnedField>;
}

/** What a filled-in table would change, and why not; pure, so that the preview and the act agree. */
export function readReturned(
  sheets: readonly Sheet[],
  choice: SheetChoice<ReturnedField>,
  context: ReturnedContext,
): ReturnedReading {
  const table = readTable(sheets, dispositionTable, choice, context.remembered);
  const reading: ReturnedReading = {
    table,
    changes: [],
    refusals: [],
    unchanged: 0,
    blank: 0,
    doubts: [...table.doubts],
    leftOut: [...table.leftOut],
  };
  const has = (field: ReturnedField) => table.columns.some((column) => column.field === field);
  if (has('number') && !has('disposition'))
    reading.doubts.push(missing('没有认出“处理意见”所在的列，请指定是哪一列。', true));
  if (has('number') && !has('check'))
    reading.doubts.push(missing('没有“核对码”一列，看不出导出以后登记簿有没有变化；请逐行核对。', false));
  if (has('number') && has('disposition')) for (const row of table.rows) readRow(row, context, reading);
  refuseDoubled(reading);
  return reading;
}

const missing = (message: string, blocks: boolean): SheetDoubt => ({
  place: '表头',
  message,
  row: null,
  blocks,
});

const opinionNumber = /^\d{4}-\d{1,7}(?:-\d{1,4})?$/;

function readRow(
  { row, cells }: TableRow<ReturnedField>,
  context: ReturnedContext,
  into: ReturnedReading,
): void {
  const cell = (field: ReturnedField) => plain(cells[field] ?? '');
  const number = cell('number').normalize('NFKC').replace(/\s/g, '');
  const said = cell('disposition') + cell('reason');
  if (!opinionNumber.test(number)) {
    if (said === '' && cell('content') === '') return;
    into.refusals.push({ row, sentence: `意见编号“${number.slice(0, 20)}”不是意见编号；请照导出的表填写。` });
    return;
  }
  const standing = context.standing.get(number);
  const read =
    standing === undefined
      ? `登记簿中没有编号为${number}的意见，或者该意见已经拆分。`
      : readKnown(row, standing, cell, context);
  if (read === 'blank') into.blank++;
  else if (read === 'unchanged') into.unchanged++;
  else if (typeof read === 'string') into.refusals.push({ row, sentence: read });
  else into.changes.push(read);
}

type Cells = (field: ReturnedField) => string;

/** @returns what is to be done, or the sentence that says why nothing can be */
function readKnown(
  row: number,
  { opinion, state }: Standing,
  cell: Cells,
  { clauses }: ReturnedContext,
): ReturnedChange | 'blank' | 'unchanged' | string {
  const settled = state === 'disposed' || state === 'reviewed';
  const [written, reason] = [cell('disposition'), cell('reason')];
  if (cell('content') !== '' && squeezed(cell('content')) !== squeezed(opinion.content))
    return `${opinion.number}的意见内容与登记簿不一致；意见内容不能在表中修改，请恢复原文。`;
  if (cell('check') !== '' && cell('check') !== rowMark(opinion, state))
    return `${opinion.number}在导出以后有了变化（${settled ? '已经办理' : '已经改动'}）；请重新导出，对照最新的内容填写。`;
  const shown = settled ? (opinion.disposition ?? '') : '';
  if (written === shown && squeezed(reason) === squeezed(settled ? (opinion.reason ?? '') : ''))
    return shown === '' ? 'blank' : 'unchanged';
  if (settled)
    return `${opinion.number}已办理为“${shown}”，不能在表中改动；${state === 'disposed' ? '请先由复核人退回' : '请先在登记簿中重新办理'}。`;
  if (written === '') return `${opinion.number}写了理由，没有写处理意见。`;
  const disposition = dispositionNamed(written);
  if (disposition === undefined)
    return `处理意见“${written.slice(0, 20)}”没有认出，应为${dispositions.join('、')}之一。`;
  if (disposition !== '采纳' && reason === '') return `处理意见为“${disposition}”，须写明理由。`;
  const clause = changesText(disposition) ? clauseNamed(cell('clause'), clauses) : null;
  if (clause === undefined) return clauseWanted(disposition, opinion, cell('clause'));
  return {
    row,
    number: opinion.number,
    opinionId: opinion.id,
    assigns: state === 'received',
    disposition,
    reason,
    clauseId: clause?.clauseId ?? null,
    clauseLabel: clause?.label ?? null,
  };
}

function clauseWanted(disposition: Disposition, { clauseLabel }: Opinion, written: string): string {
  const example = clauseLabel ?? '二、（一）';
  return written === ''
    ? `处理意见为“${disposition}”，须在“修改后条款”中写明所改的条款，如“${example}”。`
    : `“修改后条款”中的“${written.slice(0, 20)}”不在当前修改稿中；请写明所改条款的编号，如“${example}”。`;
}

const synonyms: Record<string, Disposition> = {
  予以采纳: '采纳',
  已采纳: '采纳',
  部分予以采纳: '部分采纳',
  未采纳: '不采纳',
  不予采纳: '不采纳',
  已体现: '已有体现',
  留作参考研究: '留作研究',
};

function dispositionNamed(written: string): Disposition | undefined {
  const text = written.normalize('NFKC').replace(/[\s。.]/gu, '');
  return dispositions.find((known) => known === text) ?? synonyms[text];
}

/** The clause whose number the cell begins with; the longest, for （一） stands in every chapter. */
function clauseNamed(written: string, clauses: ReturnedContext['clauses']) {
  const text = squeezed(written);
  const fitting = clauses.filter(({ label }) => label !== '' && text.startsWith(squeezed(label)));
  return fitting.sort((a, b) => b.label.length - a.label.length)[0];
}

/** The apostrophe by which a CSV keeps text from being a formula is no part of it. */
const plain = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/u, '').trim();

/** Spreadsheet programs change line ends, and drop characters that XML forbids. */
const squeezed = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cn}\p{Co}\p{Cs}']/gu, '');

function refuseDoubled({ changes, refusals, table }: ReturnedReading): void {
  const rowsOf = new Map<string, number[]>();
  for (const { row, cells } of table.rows) {
    const number = (cells.number ?? '').trim();
    if (opinionNumber.test(number)) rowsOf.set(number, [...(rowsOf.get(number) ?? []), row]);
  }
  for (const [number, rows] of rowsOf) {
    if (rows.length < 2) continue;
    for (const row of rows)
      refusals.push({ row, sentence: `意见编号${number}在第${rows.join('、')}行重复出现；请只保留一行。` });
    for (let at = changes.length - 1; at >= 0; at--) if (changes[at].number === number) changes.splice(at, 1);
  }
  refusals.sort((a, b) => a.row - b.row);
}
