import { displayText, escapeXml } from './escapes.js';

/** SpreadsheetML allows 32,767 UTF-16 units in a cell; a spreadsheet program repairs or refuses a longer one. */
const maximumCellLength = 32_767;
const cutMark = '……〔内容过长，此处截断，全文见系统〕';

/** Cuts between code points so that no half of a surrogate pair is left. */
function cutToCell(text: string): string {
  if (text.length <= maximumCellLength) return text;
  let end = maximumCellLength - cutMark.length;
  if (/[\uD800-\uDBFF]/.test(text[end - 1])) end--;
  return text.slice(0, end) + cutMark;
}

/** ST_Xstring reads `_x0041_` as an escaped character, so what a person typed that way is escaped itself. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/**
 * One cell of SpreadsheetML. Text is an inline string, which no program takes for a formula; numbers are
 * numbers. `style` is the index of the cell format in templates/packages/xlsx/parts/xl/styles.xml.hbs.
 */
export function spreadsheetCell(value: unknown, style: number): string {
  if (value === null || value === '') return `<c s="${style}"/>`;
  if (typeof value === 'number') return `<c s="${style}"><v>${value}</v></c>`;
  const text = escapeXml(cutToCell(literal(displayText(value))));
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
