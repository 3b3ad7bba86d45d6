import { displayText, escapeXml } from './escapes.js';

/** SpreadsheetML allows 32,767 UTF-16 units in a cell; a spreadsheet program repairs or refuses a longer one. */
const maximumCellLength = 32_767;
const cutMark = '……〔内容过长，此处截断，全文见系统〕';

/** A cut through a character pair leaves a half that {@link escapeXml} drops. */
function cutToCell(text: string): string {
  return text.length <= maximumCellLength
    ? text
    : text.slice(0, maximumCellLength - cutMark.length) + cutMark;
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

const lineHeightPoints = 15;
/** The tallest row a workbook may have. */
const maximumRowHeightPoints = 409;

/**
 * The height in points that the fullest of some wrapped cells needs, because LibreOffice does not fit rows when it
 * opens a workbook: texts and column widths in turn, widths in half-width characters.
 */
export function rowHeight(...cells: unknown[]): number {
  let lines = 1;
  for (let index = 0; index + 1 < cells.length; index += 2) {
    lines = Math.max(lines, wrappedLines(displayText(cells[index]), Number(cells[index + 1])));
  }
  return Math.min(lines * lineHeightPoints, maximumRowHeightPoints);
}

/** The same for a row of a plain table, whose cells follow its columns. */
export function tableRowHeight(cells: unknown[], columns: { width: number }[]): number {
  return rowHeight(...cells.flatMap((cell, index) => [cell, columns[index].width]));
}

/** 汉字 and full-width signs are two half-width characters wide. */
function wrappedLines(text: string, width: number): number {
  const enough = Math.ceil(maximumRowHeightPoints / lineHeightPoints) * width;
  const lines = text.slice(0, enough).split('\n');
  const widthOf = (line: string) => line.length + (line.match(/[\u2000-\uffff]/g)?.length ?? 0);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0);
}
