import { DocxBody } from './docx-body.js';
import { type DocxDoubt, DocxFindings, type DocxLeftOut } from './docx-findings.js';
import { type DocxParagraph, type DocxTable } from './docx-flow.js';
import { DocxNotes, noteParts, textOfMargin } from './docx-notes.js';
import { DocxNumbering } from './docx-numbering.js';
import { DocxRevisions, quoted, type RevisionChoice } from './docx-revisions.js';
import { DocxStyles } from './docx-styles.js';
import { OfficePackage } from './office-package.js';
import { readXml } from './xml-events.js';

export interface DocxText {
  /** Paragraphs with text, in order, without those of tables, headers, footers, notes and the table of contents. */
  paragraphs: DocxParagraph[];
  tables: DocxTable[];
  /** What a person must look at before the text is taken. */
  doubts: DocxDoubt[];
  /** What the document holds beside this text. */
  leftOut: DocxLeftOut[];
  /** Whether the document carries tracked changes. */
  hasChanges: boolean;
}

/**
 * The text of a Word document as a reader sees it: hidden and struck-out text is not in it, automatic numbers are
 * written out. The text is as it was sent, not yet cleaned.
 * @param bytes at most 20 MB.
 * @param changes how tracked changes are read; `shown` as accepted, each with a doubt
 * @throws UploadRefused for everything that is not a sound and harmless .docx.
 */
export async function readDocx(bytes: Uint8Array, changes: RevisionChoice = 'shown'): Promise<DocxText> {
  const document = await OfficePackage.open(bytes, 'docx');
  const part = async (type: string) => {
    const path = document.related(type);
    return path === undefined ? undefined : document.read(path);
  };
  const findings = new DocxFindings();
  const revisions = new DocxRevisions(changes);
  const body = new DocxBody(
    DocxStyles.read(await part('styles')),
    DocxNumbering.read(await part('numbering')),
    await readNotes(part),
    findings,
    revisions,
  );
  readXml(await document.read(document.mainPart), body);
  const text = body.finish();
  const margins = await readMargins(document);
  return {
    ...text,
    doubts: findings.doubts,
    leftOut: [...margins, ...findings.leftOut],
    hasChanges: revisions.any,
  };
}

async function readNotes(part: (type: string) => Promise<Buffer | undefined>): Promise<DocxNotes> {
  const notes = new DocxNotes();
  for (const name of noteParts) {
    const bytes = await part(name);
    if (bytes) notes.add(name, bytes);
  }
  return notes;
}

/** Headers and footers repeat themselves from section to section. */
async function readMargins(document: OfficePackage): Promise<DocxLeftOut[]> {
  const found = new Set<string>();
  for (const [type, word] of [
    ['header', '页眉'],
    ['footer', '页脚'],
  ]) {
    for (const path of document.allRelated(type)) {
      const text = textOfMargin(await document.read(path));
      if (text !== '') found.add(`${word}“${quoted(text)}”`);
    }
  }
  return [...found].map((what) => ({ paragraph: 0, what }));
}
