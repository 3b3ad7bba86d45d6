import { type Upload } from '../../web/index.js';

/** A file as the import takes it: a Word document by its signature (ZIP), else text or Markdown. */
export function draftSourceOf({ name, bytes }: Upload) {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return { format: 'docx', bytes };
  const text = new TextDecoder().decode(bytes);
  const markdown = /\.(?:md|markdown)$/iu.test(name) || /^#{1,4} /mu.test(text);
  return { format: markdown ? 'markdown' : 'text', text };
}
