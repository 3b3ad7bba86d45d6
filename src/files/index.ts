export { ContentStore, type ContentSource, type StoredContent } from './content-store.js';
export { type DocxParagraph, type DocxTable } from './docx-body.js';
export { cleanFileName, contentDisposition } from './file-names.js';
export { ContentDamaged, type UploadFault, UploadRefused } from './files.errors.js';
export { type DocxText, readDocx } from './read-docx.js';
export { readSheet } from './read-sheet.js';
export { type Sheet, sheetLimits, type SheetRowError } from './sheet-rows.js';
export { checkScan, type FileKind, type ScanKind, sniffKind } from './sniff-kind.js';
export { archiveLimits, ZipArchive } from './zip-reader.js';
