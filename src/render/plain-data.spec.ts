import { assertPlainData } from './plain-data.js';

class Unit {
  name = '市统计局';
}

describe('what a template may see', () => {
  it('is plain data, however deep', () => {
    expect(() =>
      assertPlainData({ a: [1, 'x', null, true, { b: [] }], c: Object.create(null) as object }),
    ).not.toThrow();
  });

  it('is what JSON gives back', () => {
    expect(() => assertPlainData(JSON.parse('{"rows":[{"text":"一"}],"note":null}'))).not.toThrow();
  });

  it.each([
    ['an instance of a class', { unit: new Unit() }, 'view.unit is an instance'],
    ['a Date', { at: new Date(0) }, 'view.at is an instance'],
    ['a Map', { rows: [new Map()] }, 'view.rows[0] is an instance'],
    ['a function', { helper: () => 1 }, 'view.helper is function'],
    ['a forgotten field', { title: undefined }, 'view.title is undefined'],
    ['a big integer', { count: 1n }, 'view.count is bigint'],
    ['not a number', { count: Number.NaN }, 'view.count is not a finite number'],
  ])('is not %s', (_, view, message) => {
    expect(() => assertPlainData(view)).toThrow(message);
  });
});
