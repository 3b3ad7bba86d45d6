import { escapeCsv, escapeHeader, escapeHtml, escapeXml, displayText } from './escapes.js';

/** What a template writes; it decides how each expression is escaped. */
export type Medium = 'html' | 'xml' | 'csv' | 'text' | 'header';

export const media: readonly Medium[] = ['html', 'xml', 'csv', 'text', 'header'];

export const escapeFor: Record<Medium, (value: unknown) => string> = {
  html: escapeHtml,
  xml: escapeXml,
  csv: escapeCsv,
  text: displayText,
  header: escapeHeader,
};

const mediumOfFormat: Record<string, Medium> = {
  docx: 'xml',
  xlsx: 'xml',
  csv: 'csv',
  html: 'html',
  txt: 'text',
};
const mediumOfMailPart: Record<string, Medium> = { subject: 'header', text: 'text', html: 'html' };

/**
 * The place of a template says what it writes:
 * mail/<name>/<part>, documents/<name>/<format>/<part>, packages/<format>/…, partials/<medium>/…, pages/…, feeds/….
 * @param path below templates/, without `.hbs`, with `/` between the folders.
 */
export function mediumOf(path: string): Medium {
  const [area, first, second] = path.split('/');
  const mediumOfArea: Record<string, () => Medium | undefined> = {
    mail: () => mediumOfMailPart[second],
    documents: () => mediumOfFormat[second],
    packages: () => mediumOfFormat[first],
    partials: () => media.find((medium) => medium === first),
    pages: () => 'html',
    feeds: () => 'xml',
  };
  const found = mediumOfArea[area]?.();
  if (!found) throw new Error(`templates/${path}.hbs stands in no folder that says what it writes`);
  return found;
}
