import { DocxBody, type DocxParagraph, type DocxTable } from './docx-body.js';
import { DocxNumbering } from './docx-numbering.js';
import { DocxStyles } from './docx-styles.js';
import { OfficePackage } from './office-package.js';
import { readXml } from './xml-events.js';

export interface DocxText {
  /** Paragraphs with text, in order, without those of tables, headers, footers, notes and the table of contents. */
  paragraphs: DocxParagraph[];
  tables: DocxTable[];
}

/**
 * The text of a Word document as a reader sees it with all changes accepted: insertions are in it, deletions and
 * hidden text are not, automatic numbers are written out. The text is as it was sent, not yet cleaned.
 * @param bytes at most 20 MB.
 * @throws UploadRefused for everything that is not a sound and harmless .docx.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const document = await OfficePackage.open(bytes, 'docx');
  const part = async (type: string) => {
    const path = document.related(type);
    return path === undefined ? undefined : document.read(path);
  };
  const body = new DocxBody(
    DocxStyles.read(await part('styles')),
    DocxNumbering.read(await part('numbering')),
  );
  readXml(await document.read(document.mainPart), body);
  return { paragraphs: body.paragraphs, tables: body.tables };
}
