import { type TableColumn } from './assign-columns.js';
import { type HeaderBlock } from './find-header.js';
import { type Grid } from './grid.js';

export type RowKind =
  | { kind: 'entry' }
  | { kind: 'only-numbered' }
  /** Left out; with a doubt where it may be an entry after all. */
  | { kind: 'note'; what: string; holds: boolean; doubt?: string };

const total =
  /^(?:合计|总计|小计|共计|累计|总数|[共计]\d+[条件项家个].*|合计[:：].*|共[计有]?[\d一二三四五六七八九十百千]+[条件项家个].*)$/;
const note =
  /^[(（【]?(?:注|备注|说明|填表说明|填报说明|注意|附注|提示|填表人|填报人|填表单位|填报单位|填表日期|填报日期|填写人|制表人?|审核人?|审批人?|负责人|经办人|单位负责人|分管领导|主要负责人|联系人|联系电话|联系方式|电话|传真|日期|签字|签名|盖章|单位盖章|单位（?公?章)\d*[)）】]?(?:[:：.、（(]|$)/;
const ending =
  /^(?:以下空白|（?以下无正文）?|本页结束|\d{4}年\d{1,2}月\d{1,2}日|第\d+页.*|共\d+页.*|[-—=_*\s]+)$/;
const sample = /^[(（【]?(?:例|示例|样例|范例|举例|例如|填写示例|填写样例|样表)\d*[)）】]?[:：]?$/;
const sampleStart = /^[(（【](?:示例|样例|范例|填写示例|例|例如)[)）】:：]|^(?:示例|样例|填写示例)[:：]/;
const ordinal = /^[(（]?(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])[)）.、]?$/;

/** What a row below the header is: an entry, or one of the things that people put between and below entries. */
export function whatRowIs<F extends string>(
  grid: Grid,
  row: number,
  block: HeaderBlock,
  columns: readonly TableColumn<F>[],
  needed: F,
): RowKind {
  const filled = grid.filled(row);
  const texts = filled.map((column) => grid.own(row, column).trim());
  const content = columns.find(({ field }) => field === needed);
  const says = content === undefined ? '' : grid.down(row, content.at).trim();
  const ownContent = content !== undefined && grid.own(row, content.at).trim() !== '';
  if (repeatsHeader(grid, row, block)) return left('重复的表头', false);
  if (filled.length > 2 && numbersColumns(texts)) return left('各列的编号', false);
  const lead = texts[0];
  if (filled.length <= 3 && !isLong(says) && total.test(lead)) return left(`合计行：${join(texts)}`, false);
  if (isNote(lead) && (!ownContent || texts.every(isNote))) return left(`表尾的说明：${join(texts)}`, false);
  if (isNote(lead) && (filled[0] === content?.at || wide(grid, row, filled[0], columns)))
    return {
      ...left(`像是说明：${join(texts)}`, true),
      doubt: `“${join(texts).slice(0, 40)}”像是说明，不读入。`,
    };
  if (sample.test(lead) || sampleStart.test(says) || sampleStart.test(lead))
    return {
      ...left(`像是填写示例：${join(texts)}`, true),
      doubt: '像是填写示例，不读入；如不是示例，请去掉“示例”字样。',
    };
  const serials = filled.every((column) => columns[column].serial || isCounting(columns[column], texts));
  if (!ownContent && serials && texts.every((text) => ordinal.test(text))) return { kind: 'only-numbered' };
  return isSection(grid, row, filled, columns, content) ? section(texts) : { kind: 'entry' };
}

const left = (what: string, holds: boolean) => ({ kind: 'note' as const, what, holds });
const join = (texts: readonly string[]): string => texts.join('　').slice(0, 80);
const isLong = (text: string): boolean => text.length > 30;
const isNote = (text: string): boolean => note.test(text) || ending.test(text);

const isCounting = (column: TableColumn, texts: readonly string[]): boolean =>
  column.heading === '' && column.field === null && texts.length === 1;

const section = (texts: readonly string[]): RowKind => ({
  ...left(`像是分组的标题或者说明：${join(texts)}`, true),
  doubt: `只有一格文字“${join(texts).slice(0, 40)}”，像是分组的标题或者说明，不读入；下面各行如因此属于某一单位，请先在表中补齐。`,
});

/** One text across the table, or alone in its first column: the heading of a group, or a note. */
function isSection<F extends string>(
  grid: Grid,
  row: number,
  filled: readonly number[],
  columns: readonly TableColumn<F>[],
  content: TableColumn<F> | undefined,
): boolean {
  if (filled.length !== 1 || columns.length < 3) return false;
  const [only] = filled;
  if (wide(grid, row, only, columns)) return true;
  const alone = columns.every(
    ({ at, field }) => field === null || at === only || grid.down(row, at).trim() === '',
  );
  return (
    only !== content?.at && alone && (columns[only].field === null || only === 0) && columns[only].serial
  );
}

const wide = (grid: Grid, row: number, column: number, columns: readonly TableColumn[]): boolean =>
  grid.span(row, column) >= Math.max(2, Math.ceil(columns.length / 2));

function repeatsHeader(grid: Grid, row: number, { first, last }: HeaderBlock): boolean {
  if (last < first) return false;
  const own = grid.filled(row);
  if (own.length < 2) return false;
  return own.every((column) => {
    const text = grid.own(row, column).trim();
    for (let header = first; header <= last; header++)
      if (grid.spread(header, column).trim() === text) return true;
    return false;
  });
}

/** （1） （2） （3） below the headings, or 甲 乙 1 2. */
function numbersColumns(texts: readonly string[]): boolean {
  const plain = texts.map((text) => text.normalize('NFKC').replace(/[()栏]/g, ''));
  if (plain.every((text) => /^[甲乙丙丁戊己庚辛]$/.test(text))) return true;
  if (plain.every((text, at) => text === String.fromCharCode(65 + at))) return true;
  const numbers = plain.map(Number);
  return numbers.every((value, at) => Number.isInteger(value) && value === numbers[0] + at);
}
