import fc from 'fast-check';
import { canonicalJson } from './json.js';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts members by UTF-16 code units and writes no white space', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, ö: 5 })).toBe(
      '{"\\r":2,"1":3,"ö":5,"€":1,"😀":4}',
    );
  });

  it('writes numbers and escapes as ECMAScript does', () => {
    expect(
      canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, '\u000f\n"']),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,"\\u000f\\n\\""]');
  });

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it.each([NaN, Infinity, new Date(0), new Set([1]), 1n])('refuses %p, which JSON would change', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
