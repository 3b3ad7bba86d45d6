import { UploadRefused } from './files.errors.js';
import { type CellMark, type CellRange, sheetLimits, SheetRows } from './sheet-rows.js';
import { type SheetString, StringItem } from './sheet-strings.js';
import { type XlsxFormats } from './xlsx-formats.js';
import { attribute, type Attributes, type XmlEvents } from './xml-events.js';

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const isZero = (value: string | undefined): boolean => value !== undefined && Number(value) === 0;

/** Reads the part of one worksheet: its cells as texts, and what a person joined, hid or struck out. */
export class SheetCells implements XmlEvents {
  readonly rows = new SheetRows();
  readonly merges: CellRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly marks: CellMark[] = [];
  private row = -1;
  private column = -1;
  private cell: Attributes = {};
  private value = '';
  private inValue = false;
  private hasFormula = false;
  private hidesRows = false;
  private readonly inline = new StringItem();

  constructor(
    private readonly strings: readonly SheetString[],
    private readonly formats: XlsxFormats,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'col') this.columnWidth(attributes);
    else if (name === 'mergeCell') this.merge(attribute(attributes, 'ref') ?? '');
    else if (name === 'sheetFormatPr') this.hidesRows = isTrue(attribute(attributes, 'zeroHeight'));
    else this.inline.open(name, attributes);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.endCell();
    else this.inline.close(name);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else this.inline.text(text);
  }

  /** Writers may leave out the position of a row or cell that follows the one before. */
  private beginRow(attributes: Attributes): void {
    const position = attribute(attributes, 'r');
    this.row = position === undefined ? this.row + 1 : Number(position) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0) throw new UploadRefused('file-broken');
    const hidden = attribute(attributes, 'hidden');
    if (isTrue(hidden) || isZero(attribute(attributes, 'ht')) || (this.hidesRows && hidden === undefined))
      this.hiddenRows.add(this.row);
  }

  private beginCell(attributes: Attributes): void {
    const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
    this.column = letters === undefined ? this.column + 1 : Math.min(columnOf(letters), sheetLimits.columns);
    this.cell = attributes;
    this.value = '';
    this.hasFormula = false;
  }

  private columnWidth(attributes: Attributes): void {
    if (!isTrue(attribute(attributes, 'hidden')) && !isZero(attribute(attributes, 'width'))) return;
    const [first, last] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))];
    for (let column = first - 1; column < Math.min(last, sheetLimits.columns); column++)
      this.hiddenColumns.add(column);
  }

  private merge(ref: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(ref);
    if (match === null) return;
    const [, left, top, right, bottom] = match;
    const range = {
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Math.min(Number(bottom) - 1, sheetLimits.rows - 1),
      right: Math.min(columnOf(right), sheetLimits.columns - 1),
    };
    if (range.top <= range.bottom && range.left <= range.right) this.merges.push(range);
  }

  private endCell(): void {
    const inline = this.inline.take();
    const type = attribute(this.cell, 't') ?? 'n';
    const shared = type === 's' ? this.strings[Number(this.value)] : undefined;
    const text = type === 'inlineStr' ? inline.text : (shared?.text ?? this.shown(type));
    this.rows.put(this.row, this.column, text);
    const style = Number(attribute(this.cell, 's') ?? 0);
    const struck = inline.struck || shared?.struck === true || this.formats.isStruck(style);
    // A program that writes formulas without computing them leaves no result behind: the cell looks empty to us.
    if (this.hasFormula && this.value === '' && type !== 'str') this.mark('formula');
    else if (type === 'e') this.mark('error');
    else if (struck && text.trim() !== '') this.mark('struck');
  }

  private mark(kind: CellMark['kind']): void {
    this.marks.push({ row: this.row, column: this.column, kind });
  }

  private shown(type: string): string {
    if (this.value === '' || type === 's') return '';
    if (type === 'b') return this.value === '1' ? '是' : '否';
    if (type === 'd') return this.value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    const value = Number(this.value);
    if (type !== 'n' || Number.isNaN(value)) return this.value.replace(/\r\n?/g, '\n');
    return this.formats.show(value, Number(attribute(this.cell, 's') ?? 0));
  }
}

/** A → 0, Z → 25, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** 0 → A, 26 → AA: how a spreadsheet program names a column. */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}
