import { UploadRefused } from './files.errors.js';
import { foreignTable } from './foreign-table.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { type Sheet } from './sheet-rows.js';
import { sniffKind } from './sniff-kind.js';
import { archiveLimits } from './zip-reader.js';

/**
 * Every sheet of a table that a person sent, its cells as text: XLSX, or CSV by its content whatever it is called.
 * The text is as it was sent, not yet cleaned.
 * @param bytes at most 20 MB.
 * @param fileName decides only how a file that is neither is refused.
 * @throws UploadRefused
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  if (bytes.length === 0) throw new UploadRefused('file-empty');
  if (bytes.length > archiveLimits.fileBytes) throw new UploadRefused('file-too-large');
  const foreign = foreignTable(bytes, fileName);
  if (foreign !== null) throw new UploadRefused(foreign);
  const kind = sniffKind(bytes);
  if (kind === 'text' || (kind === 'unknown' && /\.(?:csv|tsv|txt)$/i.test(fileName)))
    return [readCsv(bytes)];
  return readXlsx(bytes);
}

/** One sheet: the named one, else the first that is not hidden. @throws UploadRefused */
export async function readSheet(bytes: Uint8Array, fileName: string, sheetName?: string): Promise<Sheet> {
  const sheets = await readWorkbook(bytes, fileName);
  const sheet =
    sheetName === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new UploadRefused('sheet-not-found');
  return sheet;
}
