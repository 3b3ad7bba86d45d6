import fc from 'fast-check';
import { layOutTable } from './table-layout.js';
import { readTableText, type TableCell } from './table-text.js';

const laid = (text: string) =>
  layOutTable(readTableText(text)!).map((cells) =>
    cells.map(({ text: written, width, height, below }) => `${below ? '↑' : written}${width}×${height}`),
  );

describe('where the cells of a table are printed', () => {
  it('is one cell for what is merged, to the right, downwards, and both', () => {
    expect(laid('| 指标 | 目标 | < |\n| ^ | 2025年 | 2035年 |')).toEqual([
      ['指标1×2', '目标2×1'],
      ['↑1×2', '2025年1×1', '2035年1×1'],
    ]);
    const square = [
      ['甲2×2', '乙1×1'],
      ['↑2×2', '丙1×1'],
    ];
    expect(laid('| 甲 | < | 乙 |\n| ^ | ^ | 丙 |')).toEqual(square);
    expect(laid('| 甲 | < | 乙 |\n| ^ | < | 丙 |')).toEqual(square);
  });

  it('is a cell by itself for a place that nothing covers, and for one that a row lacks', () => {
    expect(laid('| < | 甲 |\n| ^ | < |\n| 乙 |')).toEqual([['1×1', '甲1×1'], ['2×1'], ['乙1×1', '1×1']]);
    expect(laid('| 甲 | < |\n| ^ | 乙 |')).toEqual([['甲2×1'], ['1×1', '乙1×1']]);
  });

  it('covers every place of the grid exactly once, whatever the marks say', () => {
    const cell = fc.constantFrom<TableCell>(
      { text: '甲' },
      { text: '', continues: 'left' },
      { text: '', continues: 'above' },
    );
    const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(grid, (rows) => {
        const columns = Math.max(...rows.map((row) => row.length));
        for (const cells of layOutTable(rows)) {
          let next = 0;
          for (const { column, width } of cells) {
            expect(column).toBe(next);
            next += width;
          }
          expect(next).toBe(columns);
        }
      }),
    );
  });

  it('keeps every text', () => {
    const texts = layOutTable(readTableText('| 甲 | < |\n| ^ | 乙 |\n| 丙 |')!).flat();
    expect(texts.map(({ text }) => text).filter((text) => text !== '')).toEqual(['甲', '乙', '丙']);
  });
});
