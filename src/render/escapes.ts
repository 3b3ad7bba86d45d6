/**
 * What leaves the house is written for five readers, and text typed by the public must stay text for each.
 * Every function takes the value of one template expression and returns what may stand at its place.
 */

const htmlEntities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};

/** XML 1.0, production [2] Char; with the u flag a lone surrogate is a code point outside every range. */
const forbiddenInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Spreadsheets run a cell that begins with one of these, full-width forms included (CVE-2021-41270). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
/** C0, DEL, C1, line and paragraph separators, zero-width and bidirectional controls. */
const unsafeInHeader = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

export function displayText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : String(value as number | boolean);
}

export function escapeHtml(value: unknown): string {
  const text = displayText(value).replace(/\p{Surrogate}/gu, '\ufffd');
  return text.replace(/[&<>"'`=]/g, (character) => htmlEntities[character]);
}

/** Drops what XML forbids: a parser refuses the whole document for one such character. */
export function cleanXml(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbiddenInXml, '');
}

export function escapeXml(value: unknown): string {
  return cleanXml(displayText(value)).replace(/[&<>"']/g, (character) => htmlEntities[character]);
}

/** One quoted CSV cell. Numbers stay numbers; text that a spreadsheet would run gets a leading apostrophe. */
export function escapeCsv(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = displayText(value)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\u0000', '');
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Text for one mail header line: no character may begin a new header or turn the reading direction. */
export function escapeHeader(value: unknown): string {
  return displayText(value)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(unsafeInHeader, ' ');
}
