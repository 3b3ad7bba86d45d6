import { decodeText } from './decode-text.js';
import { type Sheet, SheetRows } from './sheet-rows.js';

/**
 * A table of comma-separated values (RFC 4180), or separated by tabs when its first line has tabs and no comma.
 * @param bytes UTF-8 or UTF-16 with byte-order mark, UTF-8 without, or else GB18030, which Excel writes in China.
 * @throws UploadRefused `unknown-encoding`, `too-many-rows`.
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decodeText(bytes);
  const firstLine = text.slice(0, 10_000).split(/[\r\n]/, 1)[0];
  const separator = firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
  const rows = new SheetRows();
  new CsvScanner(text, separator, rows).scan();
  return { name: '', rows: rows.rows, errors: rows.errors };
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
    this.cellEnd = separator === '\t' ? /[\t\r\n]/g : /[,\r\n]/g;
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
