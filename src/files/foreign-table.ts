import { type UploadFault, UploadRefused } from './files.errors.js';
import { sniffKind } from './sniff-kind.js';
import { ZipArchive } from './zip-reader.js';

const opening = 8_192;

/**
 * What a file is that people send in place of a workbook, so that the refusal names it and says what to do; null
 * for a workbook, a text of cells, and whatever the readers refuse by themselves. The content decides: systems of
 * offices export web pages under the name of .xls.
 */
export function foreignTable(bytes: Uint8Array, fileName: string): UploadFault | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (sniffKind(bytes)) {
    case 'ole':
      return foreignContainer(buffer, fileName);
    case 'docx':
      return 'word-not-sheet';
    case 'zip':
      return foreignArchive(buffer);
    case 'pdf':
      return 'pdf-not-sheet';
    case 'jpeg':
    case 'png':
      return 'picture-not-sheet';
    default:
      return foreignText(buffer);
  }
}

/** Old Office files are containers whose streams are named in UTF-16. */
function foreignContainer(buffer: Buffer, fileName: string): UploadFault | null {
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'file-encrypted';
  if (/\.ett?$/i.test(fileName)) return 'wps-sheet';
  if (holds('WordDocument') || /\.(?:doc|wps)$/i.test(fileName)) return 'word-not-sheet';
  return 'old-excel-format';
}

function foreignArchive(buffer: Buffer): UploadFault | null {
  try {
    const archive = new ZipArchive(buffer);
    if (archive.has('content.xml') && archive.has('mimetype')) return 'open-document-sheet';
    if (archive.has('xl/workbook.bin')) return 'binary-workbook';
    return archive.has('[Content_Types].xml') ? null : 'archive-not-sheet';
  } catch (error) {
    if (error instanceof UploadRefused) return null;
    throw error;
  }
}

/** Markup is ASCII in every encoding that offices use, but for the NULs of UTF-16. */
function foreignText(buffer: Buffer): UploadFault | null {
  const start = buffer.subarray(0, opening).toString('latin1').replaceAll('\u0000', '').trimStart();
  const text = start.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').trimStart();
  if (/^\{\\rtf/.test(text)) return 'word-not-sheet';
  if (/^MIME-Version:/i.test(text)) return 'html-not-sheet';
  if (!text.startsWith('<')) return null;
  return /urn:schemas-microsoft-com:office:spreadsheet/.test(text) && !/<html/i.test(text)
    ? 'xml-not-sheet'
    : 'html-not-sheet';
}
