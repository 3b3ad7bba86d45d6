import { type DocumentView, streamDocument } from './document-stream.js';
import { type TemplateSet } from './template-set.js';
import { type ZipEntry, zipStream } from './zip-stream.js';

export type DocumentFormat = 'docx' | 'xlsx' | 'csv' | 'html' | 'txt';
export const documentFormats: readonly DocumentFormat[] = ['docx', 'xlsx', 'csv', 'html', 'txt'];

/** The one part of an Office package that grows with the rows; all others are small templates. */
const mainPart = { docx: 'word/document.xml', xlsx: 'xl/worksheets/sheet1.xml' };
const byteOrderMark = '\ufeff';

/**
 * An Office Open XML package: the parts under templates/packages/<format>/parts, each with the path it has inside
 * the package, and the main part streamed from the document's own head, rows and tail.
 */
async function* renderPackage(
  templates: TemplateSet,
  name: string,
  format: keyof typeof mainPart,
  view: DocumentView,
): AsyncGenerator<Buffer> {
  const folder = `packages/${format}/parts/`;
  const parts = templates.paths().filter((path) => path.startsWith(folder));
  const own = `documents/${name}/${format}`;
  const facts = { ...templates.meta(own), ...view.properties };
  const entries = parts.map((path): ZipEntry => {
    return { name: path.slice(folder.length), content: templates.render(path, facts) };
  });
  const document = { name: mainPart[format], content: streamDocument(templates, own, view) };
  yield* zipStream([...entries, document], view.properties.createdAt);
}

/** A Word document after GB/T 9704: `name` is a folder below templates/documents/. */
export function renderDocx(templates: TemplateSet, name: string, view: DocumentView): AsyncIterable<Buffer> {
  return renderPackage(templates, name, 'docx', view);
}

/** A workbook with one sheet. */
export function renderXlsx(templates: TemplateSet, name: string, view: DocumentView): AsyncIterable<Buffer> {
  return renderPackage(templates, name, 'xlsx', view);
}

/** UTF-8 with byte-order mark, without which Excel reads Chinese as GBK; rows end with CRLF. */
export async function* renderCsv(
  templates: TemplateSet,
  name: string,
  view: DocumentView,
): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark);
  yield* renderPlain(templates, name, 'csv', view);
}

/** A complete page that needs no other file. */
export function renderHtml(templates: TemplateSet, name: string, view: DocumentView): AsyncIterable<Buffer> {
  return renderPlain(templates, name, 'html', view);
}

async function* renderPlain(
  templates: TemplateSet,
  name: string,
  format: DocumentFormat,
  view: DocumentView,
): AsyncGenerator<Buffer> {
  for await (const chunk of streamDocument(templates, `documents/${name}/${format}`, view))
    yield Buffer.from(chunk);
}

/** The document in the format asked for, as a stream of bytes. */
export function renderDocument(
  templates: TemplateSet,
  name: string,
  format: DocumentFormat,
  view: DocumentView,
): AsyncIterable<Buffer> {
  if (format === 'docx') return renderDocx(templates, name, view);
  if (format === 'xlsx') return renderXlsx(templates, name, view);
  if (format === 'csv') return renderCsv(templates, name, view);
  return renderPlain(templates, name, format, view);
}
