import { type UploadFault, UploadRefused } from './files.errors.js';
import { sniffKind, sniffOle } from './sniff-kind.js';
import { ZipArchive } from './zip-reader.js';

/**
 * What people send in place of a workbook and the reader of packages would not name, so that the refusal says what
 * to do; null for everything else.
 */
export function foreignTable(bytes: Uint8Array, fileName: string): UploadFault | null {
  switch (sniffKind(bytes)) {
    case 'ole':
      return /\.ett?$/i.test(fileName) && sniffOle(bytes) !== 'encrypted' ? 'wps-sheet' : null;
    case 'xlsx':
    case 'zip':
      return foreignArchive(bytes);
    case 'jpeg':
    case 'png':
      return 'picture-not-sheet';
    case 'rtf':
      return 'docx-not-sheet';
    default:
      return null;
  }
}

function foreignArchive(bytes: Uint8Array): UploadFault | null {
  try {
    const archive = new ZipArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    if (archive.has('xl/workbook.bin')) return 'binary-workbook';
    return archive.has('[Content_Types].xml') ? null : 'archive-not-sheet';
  } catch (error) {
    if (error instanceof UploadRefused) return null;
    throw error;
  }
}
