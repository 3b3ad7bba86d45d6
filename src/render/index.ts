export { headingNumber } from './heading-number.js';
export {
  type DocumentFormat,
  documentFormats,
  renderDocument,
  renderCsv,
  renderDocx,
  renderHtml,
  renderXlsx,
} from './documents.js';
export { type DocumentView, type PlainRow } from './document-stream.js';
export * from './mail-views.js';
export * from './official-document.js';
export * from './plain-table.js';
export { type RenderedMail, TemplateSet } from './template-set.js';
export { TemplateError } from './template-error.js';
export { ArchiveTooLarge, type ZipEntry, zipStream } from './zip-stream.js';
