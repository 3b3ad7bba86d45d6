export { type Depth, type FileFinding, FileSweep, sayFinding } from './file-sweep.js';
export { type FileNamer } from './stored-files.js';
export { ContentStore, type ContentSource, type StoredContent } from './content-store.js';
export { decodeText } from './decode-text.js';
export { type DocxParagraph, type DocxTable } from './docx-flow.js';
export { type RevisionChoice, revisionChoices } from './docx-revisions.js';
export { cleanFileName, contentDisposition } from './file-names.js';
export { ContentDamaged, type UploadFault, UploadRefused } from './files.errors.js';
export { type DocxText, readDocx } from './read-docx.js';
export { readSheet, readWorkbook } from './read-sheet.js';
export { columnOf, lettersOf } from './sheet-cells.js';
export {
  type CellMark,
  type CellRange,
  plainSheet,
  type Sheet,
  sheetLimits,
  type SheetRowError,
  SheetRows,
} from './sheet-rows.js';
export { checkScan, type FileKind, type ScanKind, sniffKind } from './sniff-kind.js';
export { archiveLimits, ZipArchive } from './zip-reader.js';
