import { type DocxText, readDocx } from '../../files/index.js';
import { cleanText } from '../../platform/index.js';
import { type MaterialContent, type MaterialForm } from '../content/index.js';
import {
  type Doubt,
  fitContent,
  type LeftOut,
  type MaterialDocument,
  readMaterial,
} from '../reading/index.js';

export interface MaterialFileReading {
  content: MaterialContent;
  /** What a person ought to look at, with its place. */
  doubts: Doubt[];
  /** What stands in the file and was not taken. */
  leftOut: LeftOut[];
}

/** @throws UploadRefused for everything that is not a sound and harmless .docx */
export async function readMaterialDocument(bytes: Uint8Array): Promise<MaterialDocument> {
  const text = await readDocx(bytes);
  const place = (paragraph: number) => (paragraph === 0 ? '全文' : `第${paragraph}段`);
  return {
    ...tidy(text),
    doubts: text.doubts.map(({ paragraph, message }) => ({ place: place(paragraph), message })),
    leftOut: text.leftOut.map(({ paragraph, what }) => ({ place: place(paragraph), what })),
  };
}

/** What a form would be filled with from this file. */
export async function readMaterialFile(form: MaterialForm, bytes: Uint8Array): Promise<MaterialFileReading> {
  return readForm(form, await readMaterialDocument(bytes));
}

export function readForm(form: MaterialForm, document: MaterialDocument): MaterialFileReading {
  const read = readMaterial(form, document);
  const fitted = fitContent(read.content);
  return {
    content: fitted.content,
    doubts: [...(document.doubts ?? []), ...read.doubts, ...fitted.doubts],
    leftOut: [...(document.leftOut ?? []), ...read.leftOut],
  };
}

/** Headings are told by what is seen, so what is invisible goes before they are looked for. */
const tidy = ({ paragraphs, tables }: DocxText): MaterialDocument => ({
  paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, text: cleanText(paragraph.text) })),
  tables: tables.map(({ rows }) => ({ rows: rows.map((row) => row.map((cell) => cleanText(cell))) })),
});
