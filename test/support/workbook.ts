import { xlsxEntries, zipOf } from './office-files.js';

type CellText = string | number;

export interface SheetSketch {
  rows: CellText[][];
  merges?: string[];
  /** Rows from 1. */
  hiddenRows?: number[];
  /** Column numbers from 1. */
  hiddenColumns?: number[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const cell = (value: CellText): string => {
  if (value === '') return '<c/>';
  return typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

/** A workbook of one sheet, as an office would fill it in; rows and cells in the words of a test. */
export function workbookOf({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetSketch): Buffer {
  const data = rows.map((cells, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map(cell).join('')}</row>`;
  });
  const entries = xlsxEntries(data.join(''));
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`).join('');
  const joined = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const part = 'xl/worksheets/sheet1.xml';
  entries[part] = entries[part]!.replace(
    '<sheetData>',
    `${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`,
  ).replace('</sheetData>', `</sheetData>${joined === '' ? '' : `<mergeCells>${joined}</mergeCells>`}`);
  return Buffer.from(zipOf(entries));
}
