import fc from 'fast-check';
import { readTableText, type TableCell, tableText } from './table-text.js';

const text = fc
  .array(fc.constantFrom('甲', '9', '|', '\\', '<', '^', '\n', '<br>', '-', ' '), { maxLength: 6 })
  .map((parts) => parts.join('').trim());
const cell: fc.Arbitrary<TableCell> = fc.oneof(
  text.map((one) => ({ text: one })),
  fc.constantFrom<TableCell>({ text: '', continues: 'left' }, { text: '', continues: 'above' }),
);

describe('a table as text', () => {
  it('reads back cell by cell, whatever stands in the cells', () => {
    const head = fc.array(cell, { minLength: 1, maxLength: 3 });
    const rows = fc.array(head, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (table) => {
        // A row of dashes alone is Markdown's line below the head and no row of ours.
        fc.pre(!table.some((row) => row.some((one) => one.text.includes('-'))));
        expect(readTableText(tableText(table))).toEqual(table);
      }),
    );
  });

  it('is one row a line, and the line of dashes of Markdown is no row', () => {
    const rows = [
      [{ text: '指标' }, { text: '2025年' }],
      [{ text: '合格率' }, { text: '≥98%' }],
    ];
    expect(tableText(rows)).toBe('| 指标 | 2025年 |\n| 合格率 | ≥98% |');
    expect(readTableText('| 指标 | 2025年 |\n| --- | :-: |\n| 合格率 | ≥98% |')).toEqual(rows);
  });

  it.each(['正文', '| 只有一边', '|', '||', '| a |\n正文'])('is not what “%s” is', (other) => {
    expect(readTableText(other)).toBeUndefined();
  });
});
