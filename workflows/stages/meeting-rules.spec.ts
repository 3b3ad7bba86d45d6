import { bears } from './expert-review/rules.js';
import { attendanceShares } from './plenary/rules.js';

describe('the rules of a conclusion', () => {
  it.each([
    ['通过', '通过', true],
    ['修改后通过', '通过', false],
    ['通过', '修改后通过', true],
    ['修改后通过', '修改后通过', true],
    ['重新论证', '修改后通过', false],
    ['重新论证', '重新论证', true],
    ['通过', '重新论证', false],
  ])('an opinion for %s bears the conclusion %s: %s', (recommendation, conclusion, expected) => {
    expect(bears(recommendation, conclusion)).toBe(expected);
  });

  it('an opinion without a recommendation bears none', () => {
    expect(bears(null, '通过')).toBe(false);
  });

  it.each([
    ['moreThanHalf', 39, 20],
    ['moreThanHalf', 38, 20],
    ['twoThirds', 39, 26],
    ['twoThirds', 40, 27],
    ['all', 39, 39],
  ] as const)('%s of %i units are %i', (share, units, least) => {
    expect(attendanceShares[share].least(units)).toBe(least);
  });
});
