import fc from 'fast-check';
import { districts } from './districts.js';
import { exportRows } from './export-rows.js';
import { normaliseName } from './normalise-name.js';
import { planImport } from './plan-import.js';
import { type Unit, unitSchema } from './unit.js';
import { categoryNamed } from './unit-category.js';

/** Names as the worst typist may leave them; what the schema refuses could not have been stored. */
const hostile = fc.constantFrom(
  '=1+1',
  "'=",
  '@sum',
  '＋',
  '"',
  ',',
  '；',
  '\n',
  '\t',
  '\u202e',
  '\u200b',
  '<b>',
  '&amp;',
  '𠮷',
  'é',
  '　',
  '(集团)',
  '\u0000',
  '市',
  '上海市',
);
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 8 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));
const address = fc.constantFrom(
  'liaison@example.org',
  'A.B+c@Sub.Example.ORG',
  "o'neil@example.org",
  '=cmd@example.org',
);
const anyUnit = fc.record({
  name: text,
  shortName: text,
  category: fc.constantFrom('member', 'association', 'group', 'institute'),
  aliases: fc.array(text, { maxLength: 3 }),
  contacts: fc.record({ liaison: address, leader: address }, { requiredKeys: ['liaison'] }),
  remark: fc.oneof(fc.constant(''), text),
  demonstration: fc.boolean(),
});
const offices = fc.subarray([...districts]).map((chosen) =>
  chosen.map(({ code, name }) => ({
    name: `上海市${name}质量工作领导小组办公室`,
    shortName: `${name}质量办`,
    category: 'district',
    districtCode: code,
    aliases: [name],
    contacts: { liaison: `liaison.${code}@example.org` },
    remark: '',
    demonstration: false,
  })),
);

/** A roster as it may be stored: each unit valid, each name borne once. */
function storable(candidates: object[]): Unit[] {
  const taken = new Set<string>();
  return candidates.flatMap((candidate, index) => {
    const read = unitSchema.safeParse({ ...candidate, key: `unit-${index}` });
    if (!read.success) return [];
    const names = [read.data.name, read.data.shortName, ...read.data.aliases];
    const keys = new Set(names.map(normaliseName));
    if (names.some((name) => categoryNamed(name)) || [...keys].some((key) => taken.has(key))) return [];
    for (const key of keys) taken.add(key);
    return [read.data];
  });
}

describe('an exported roster', () => {
  test('imported again changes nothing, whatever characters it holds', () => {
    let units = 0;
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 12 }), offices, (candidates, districtOffices) => {
        const roster = storable([...candidates, ...districtOffices]);
        units += roster.length;
        const plan = planImport(roster, [...exportRows(roster)]);
        expect(plan).toMatchObject({ create: [], update: [], errors: [] });
        expect(plan.unchanged.map(({ key }) => key)).toEqual(roster.map(({ key }) => key));
      }),
      { numRuns: 500 },
    );
    expect(units).toBeGreaterThan(2_000);
  });

  test('builds the same roster where there is none', () => {
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 8 }), (candidates) => {
        const roster = storable(candidates);
        const { create, errors } = planImport([], [...exportRows(roster)]);
        expect(errors).toEqual([]);
        expect(create.map(({ row, unit }) => ({ ...unit, key: roster[row - 2]?.key }))).toEqual(
          roster.map((unit) => ({ ...unit, demonstration: false })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is planned in time in proportion to its length', () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => [
      `示例第${n}行业协会`,
      '促进会成员单位',
      `liaison.${n}@example.org`,
    ]);
    const began = performance.now();
    const { create } = planImport([], [['单位全称', '类别', '联络员邮箱'], ...rows]);
    expect(create).toHaveLength(5_000);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
