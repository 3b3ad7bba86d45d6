import { UploadRefused } from './files.errors.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { type Sheet } from './sheet-rows.js';
import { sniffKind } from './sniff-kind.js';
import { archiveLimits } from './zip-reader.js';

/**
 * The cells of a table that a person sent, as text: XLSX, or CSV by its content whatever it is called. The text is
 * as it was sent, not yet cleaned.
 * @param bytes at most 20 MB.
 * @param fileName decides only how a file that is neither is refused.
 * @param sheetName of a workbook; the first visible sheet without it.
 * @throws UploadRefused
 */
export async function readSheet(bytes: Uint8Array, fileName: string, sheetName?: string): Promise<Sheet> {
  if (bytes.length === 0) throw new UploadRefused('file-empty');
  if (bytes.length > archiveLimits.fileBytes) throw new UploadRefused('file-too-large');
  const kind = sniffKind(bytes);
  if (kind === 'text' || (kind === 'unknown' && /\.(?:csv|txt)$/i.test(fileName))) return readCsv(bytes);
  return readXlsx(bytes, sheetName);
}
