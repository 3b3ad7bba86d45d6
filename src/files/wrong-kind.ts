import { type UploadFault } from './files.errors.js';
import { type FileKind, sniffOle } from './sniff-kind.js';

type Wanted = 'docx' | 'xlsx';

const faults: Partial<Record<FileKind, Record<Wanted, UploadFault>>> = {
  pdf: { docx: 'pdf-not-docx', xlsx: 'pdf-not-sheet' },
  docx: { docx: 'not-a-docx', xlsx: 'docx-not-sheet' },
  xlsx: { docx: 'xlsx-not-docx', xlsx: 'not-a-sheet' },
  html: { docx: 'html-not-docx', xlsx: 'html-not-sheet' },
  mhtml: { docx: 'html-not-docx', xlsx: 'html-not-sheet' },
  'office-xml': { docx: 'xml-not-docx', xlsx: 'xml-not-sheet' },
  rtf: { docx: 'rtf-not-docx', xlsx: 'not-a-sheet' },
  odf: { docx: 'odf-not-docx', xlsx: 'odf-not-sheet' },
  ofd: { docx: 'ofd-not-docx', xlsx: 'not-a-sheet' },
  jpeg: { docx: 'image-not-docx', xlsx: 'not-a-sheet' },
  png: { docx: 'image-not-docx', xlsx: 'not-a-sheet' },
};
const oleFaults: Record<ReturnType<typeof sniffOle>, Record<Wanted, UploadFault>> = {
  encrypted: { docx: 'file-encrypted', xlsx: 'file-encrypted' },
  doc: { docx: 'old-word-format', xlsx: 'docx-not-sheet' },
  xls: { docx: 'xlsx-not-docx', xlsx: 'old-excel-format' },
  ppt: { docx: 'not-a-docx', xlsx: 'not-a-sheet' },
  other: { docx: 'old-word-format', xlsx: 'old-excel-format' },
};

/** Names a file that is not what is wanted for what it is, whatever its name claims. */
export function wrongKind(bytes: Uint8Array, found: FileKind, wanted: Wanted): UploadFault {
  if (found === 'ole') return oleFaults[sniffOle(bytes)][wanted];
  return faults[found]?.[wanted] ?? (wanted === 'docx' ? 'not-a-docx' : 'not-a-sheet');
}
