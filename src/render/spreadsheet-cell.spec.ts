import { rowHeight, spreadsheetCell, tableRowHeight } from './spreadsheet-cell.js';

const textOf = (cell: string) => /<t[^>]*>([\s\S]*)<\/t>/.exec(cell)?.[1] ?? '';

describe('a cell of a workbook', () => {
  it('holds text as text, even when it looks like a formula', () => {
    expect(spreadsheetCell('=1+1', 3)).toBe(
      '<c s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
    );
  });

  it('holds a number as a number', () => {
    expect(spreadsheetCell(-12.5, 4)).toBe('<c s="4"><v>-12.5</v></c>');
  });

  it('is empty for absent and for empty text', () => {
    expect([spreadsheetCell(null, 0), spreadsheetCell('', 0)]).toEqual(['<c s="0"/>', '<c s="0"/>']);
  });

  it('holds at most 32767 characters and says so when it was cut', () => {
    expect(textOf(spreadsheetCell('字'.repeat(32_767), 0))).toHaveLength(32_767);
    const cut = textOf(spreadsheetCell('字'.repeat(1_000_000), 0));
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/字……〔内容过长，此处截断，全文见系统〕$/);
  });

  it.each(['', 'x'])('is never cut in the middle of a character', (beginning) => {
    const cut = textOf(spreadsheetCell(beginning + '𠮷'.repeat(20_000), 0));
    expect(cut).not.toMatch(/\p{Surrogate}/u);
    expect(cut.length).toBeGreaterThan(32_760);
  });

  it('shows _x0041_ as it was typed', () => {
    expect(textOf(spreadsheetCell('见_x0041_与_x_', 0))).toBe('见_x005F_x0041_与_x_');
  });
});

describe('the height of a row', () => {
  it('is that of its fullest cell', () => {
    expect(rowHeight('短', 20, '字'.repeat(25), 11, '', 5)).toBe(5 * 15);
  });

  it('follows the columns of a table', () => {
    expect(tableRowHeight([1, '字'.repeat(25)], [{ width: 5 }, { width: 11 }])).toBe(5 * 15);
  });

  it('counts the line breaks of a cell, and is never more than a workbook allows', () => {
    expect(rowHeight('一\n二\n\n三', 20)).toBe(4 * 15);
    expect(rowHeight('字'.repeat(1_000_000), 20)).toBe(409);
    expect(rowHeight('', 20)).toBe(15);
  });
});
