import { decodeText } from './decode-text.js';
import { plainSheet, type Sheet, SheetRows } from './sheet-rows.js';

const separators = [',', '\t', ';', '，', '；', '|'] as const;
type Separator = (typeof separators)[number];
/** These divide cells only when they do so in every line alike; else they are marks of sentences. */
const signsOfProse: readonly Separator[] = ['，', '；', '|'];

/**
 * A table of values separated by commas (RFC 4180), tabs, semicolons or whatever else divides its first lines.
 * @param bytes UTF-8 or UTF-16, with byte-order mark or without, or else GB18030, which Excel writes in China.
 * @throws UploadRefused `unknown-encoding`, `too-many-rows`.
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const decoded = decodeText(bytes);
  // The line by which Excel is told the separator is no row; it is kept empty so that numbers agree.
  const told = /^sep=([^\r\n])(?=\r|\n)/i.exec(decoded);
  const text = told === null ? decoded : decoded.slice(told[0].length);
  const separator = separators.find((known) => known === told?.[1]) ?? separatorOf(text);
  const rows = new SheetRows();
  new CsvScanner(text, separator, rows).scan();
  return plainSheet('', rows);
}

/** The sign that stands outside quotes in every one of the first lines, or else in the first; a comma if none does. */
function separatorOf(text: string): Separator {
  const unquoted = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '""');
  const lines = unquoted.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const counts = separators.map((separator) => {
    const inLines = lines.slice(0, 10).map((line) => line.split(separator).length - 1);
    return { separator, most: Math.max(0, ...inLines), first: inLines[0] ?? 0, lines: inLines };
  });
  const [best] = counts
    .filter(({ most }) => most > 0)
    .filter((each) => !signsOfProse.includes(each.separator) || steadiness(each.lines) === 1)
    .sort((a, b) => steadiness(b.lines) - steadiness(a.lines) || b.first - a.first);
  return best?.separator ?? ',';
}

/** The share of lines that hold the sign as often as most do; commas of prose come and go. */
function steadiness(counts: readonly number[]): number {
  const used = counts.filter((count) => count > 0);
  if (used.length === 0) return 0;
  const usual = used.sort((a, b) => a - b)[Math.floor(used.length / 2)];
  return counts.filter((count) => count === usual).length / counts.length;
}

class CsvScanner {
  private at = 0;
  private row = 0;
  private column = 0;
  private readonly cellEnd: RegExp;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private readonly rows: SheetRows,
  ) {
    this.cellEnd = new RegExp(`[${separator === '|' ? '\\|' : separator}\\r\\n]`, 'g');
  }

  scan(): void {
    while (this.at < this.text.length) {
      const cell = this.text[this.at] === '"' ? this.quotedCell() : this.plainCell();
      this.rows.put(this.row, this.column, cell);
      this.endCell();
    }
  }

  private plainCell(): string {
    this.cellEnd.lastIndex = this.at;
    const end = this.cellEnd.exec(this.text)?.index ?? this.text.length;
    const cell = this.text.slice(this.at, end);
    this.at = end;
    return cell;
  }

  /** Up to the closing quote; what stands between it and the separator belongs to the cell, as Excel reads it. */
  private quotedCell(): string {
    const parts: string[] = [];
    this.at++;
    for (;;) {
      const quote = this.text.indexOf('"', this.at);
      if (quote < 0) return this.unclosedCell(parts);
      parts.push(this.text.slice(this.at, quote));
      this.at = quote + 1;
      if (this.text[this.at] !== '"') break;
      parts.push('"');
      this.at++;
    }
    return parts.join('').replace(/\r\n?/g, '\n') + this.plainCell();
  }

  private unclosedCell(parts: string[]): string {
    this.rows.fault(
      this.row,
      `第${this.row + 1}行第${this.column + 1}列的引号没有配对，其后的内容无法读取。请改正后重新上传。`,
    );
    this.at = this.text.length;
    return parts.join('').slice(0, 100);
  }

  private endCell(): void {
    const end = this.text[this.at];
    this.at++;
    if (end === this.separator) {
      this.column++;
      return;
    }
    if (end === '\r' && this.text[this.at] === '\n') this.at++;
    this.row++;
    this.column = 0;
  }
}
