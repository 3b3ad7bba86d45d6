import { headingNumber } from './heading-number.js';

describe('heading numbers', () => {
  it('follow the four levels of GB/T 9704', () => {
    expect([1, 2, 3, 4].map((level) => headingNumber(level, 13))).toEqual([
      '十三、',
      '（十三）',
      '13.',
      '（13）',
    ]);
  });

  it('exist for four levels', () => {
    expect(() => headingNumber(5, 1)).toThrow('no heading level');
  });
});
