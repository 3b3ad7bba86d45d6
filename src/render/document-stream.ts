import { assertPlainData } from './plain-data.js';
import { type Template, type TemplateSet } from './template-set.js';

/** A row's view; a text `kind` chooses `row.<kind>.hbs` where a document has rows of several kinds. */
export type PlainRow = object;

/** What a document template is told. All members are plain data, as for a mail. */
export interface DocumentView {
  /**
   * Title and date of the file itself; `createdAt` in epoch milliseconds, usually the ledger position's instant.
   * `sheetName` of a workbook is needed only where it differs from the one in the template's meta.json.
   */
  properties: { title: string; createdAt: number; sheetName?: string };
  head: object;
  rows: Iterable<PlainRow> | AsyncIterable<PlainRow>;
  /** A function is called after the last row, so that totals can be counted while the rows pass. */
  tail: object | (() => object | Promise<object>);
}

const rowsPerChunk = 256;

/**
 * Renders `<folder>/head`, one `<folder>/row` or `<folder>/row.<kind>` for each row, and `<folder>/tail`, in chunks
 * of 256 rows: as much memory for a hundred thousand rows as for a thousand. Rows read the head's view as `@head`.
 * @param folder below templates/, for example `documents/disposition/docx`.
 */
export async function* streamDocument(
  templates: TemplateSet,
  folder: string,
  view: DocumentView,
): AsyncGenerator<string> {
  yield templates.render(`${folder}/head`, view.head);
  const data = { head: view.head };
  const rowTemplates = new Map<unknown, Template>();
  let chunk: string[] = [];
  for await (const row of view.rows) {
    assertPlainData(row, 'row');
    const { kind } = row as { kind?: unknown };
    const template = rowTemplates.get(kind) ?? templates.get(rowPath(templates, folder, kind));
    rowTemplates.set(kind, template);
    chunk.push(template(row, data));
    if (chunk.length < rowsPerChunk) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
  const tail =
    typeof view.tail === 'function' ? await (view.tail as () => object | Promise<object>)() : view.tail;
  yield templates.render(`${folder}/tail`, tail);
}

/** A table's row may carry a `kind` of its own without the template caring for it. */
function rowPath(templates: TemplateSet, folder: string, kind: unknown): string {
  const special = `${folder}/row.${String(kind)}`;
  return typeof kind === 'string' && templates.has(special) ? special : `${folder}/row`;
}
