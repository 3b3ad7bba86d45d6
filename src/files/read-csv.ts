import { CsvError, parse } from 'csv-parse/sync';
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
  scan(text, separator, rows);
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

/** Lines of any length, quotes wherever a person put them; empty lines stay, so that row numbers agree. */
function scan(text: string, separator: Separator, rows: SheetRows): void {
  let row = 0;
  const options = {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record: (cells: string[]): null => {
      cells.forEach((cell, column) => rows.put(row, column, cell.replace(/\r\n?/g, '\n')));
      row++;
      return null;
    },
  };
  try {
    parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const { column } = error as CsvError & { column: number };
    const place = `第${row + 1}行第${column + 1}列`;
    rows.fault(row, `${place}的引号没有配对，其后的内容无法读取。请改正后重新上传。`);
  }
}
