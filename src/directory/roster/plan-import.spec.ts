import { exportRows } from './export-rows.js';
import { planImport } from './plan-import.js';
import { type Unit, unitSchema } from './unit.js';

const header = ['单位全称', '简称', '类别', '别名', '联络员邮箱', '分管负责人邮箱', '备注'];
const unit = (key: string, name: string, more: object = {}): Unit =>
  unitSchema.parse({
    key,
    name,
    shortName: name,
    category: 'association',
    aliases: [],
    contacts: { liaison: `liaison.${key}@example.org`, leader: `leader.${key}@example.org` },
    remark: '',
    demonstration: false,
    ...more,
  });
const testing = unit('testing', '示例检测行业协会', { shortName: '示例检测协会', aliases: ['检测协会'] });
const food = unit('food', '示例食品行业协会');
const huangpu = unit('huangpu', '上海市黄浦区质量工作领导小组办公室', {
  category: 'district',
  districtCode: '310101',
});
const roster = [testing, food, huangpu];
const row = (cells: Partial<Record<string, string>>) => header.map((column) => cells[column] ?? '');
const newUnit = {
  单位全称: '示例家具行业协会',
  类别: '促进会成员单位',
  联络员邮箱: 'liaison.furniture@example.org',
};
const plan = (...rows: Partial<Record<string, string>>[]) => planImport(roster, [header, ...rows.map(row)]);
const refusals = (...rows: Partial<Record<string, string>>[]) =>
  plan(...rows).errors.map(({ row, column, message }) => `${row} ${column} ${message}`);

describe('a roster file', () => {
  test('adds a unit, changes another and leaves the rest alone', () => {
    const { create, update, unchanged, errors } = planImport(roster, [
      header,
      row(newUnit),
      [...exportRows([testing])][1]!.with(6, '换过联络员'),
      [...exportRows([huangpu])][1]!,
    ]);
    expect(errors).toEqual([]);
    expect(create).toEqual([
      {
        row: 2,
        unit: {
          name: '示例家具行业协会',
          shortName: '示例家具行业协会',
          category: 'association',
          aliases: [],
          contacts: { liaison: 'liaison.furniture@example.org' },
          remark: '',
          demonstration: false,
        },
      },
    ]);
    expect(update).toMatchObject([
      {
        row: 3,
        unit: { key: 'testing', remark: '换过联络员' },
        changes: [{ column: '备注', from: '', to: '换过联络员' }],
      },
    ]);
    expect(unchanged).toEqual([{ row: 4, key: 'huangpu' }]);
  });

  test('may have its columns in any order, leave some out, and mark the required ones', () => {
    const table = [
      ['备注', '单位全称（必填）*'],
      ['新备注', '示例食品行业协会'],
      ['', ' '],
    ];
    expect(planImport(roster, table)).toMatchObject({
      create: [],
      update: [{ unit: { ...food, remark: '新备注' } }],
      errors: [],
    });
  });

  test('clears what may be empty and keeps what may not', () => {
    const { update } = plan({ 单位全称: '示例检测行业协会' });
    expect(update[0]?.unit).toEqual({
      ...testing,
      aliases: [],
      contacts: { liaison: testing.contacts.liaison },
    });
  });

  test('is refused for a column that is unknown or there twice, or without the names', () => {
    const errors = (...titles: string[]) =>
      planImport(roster, [titles, ['x']]).errors.map(({ message }) => message);
    expect(errors('单位全称', '联系电话')).toEqual([expect.stringContaining('不认识这一列')]);
    expect(errors('单位全称', '备注', '备注')).toEqual([expect.stringContaining('两次')]);
    expect(errors('简称')).toEqual([expect.stringContaining('必须有“单位全称”')]);
    expect(planImport(roster, []).errors).toHaveLength(1);
  });

  test('is refused when it is longer than the roster can ever be', () => {
    const table = [header, ...Array.from({ length: 5_001 }, () => row(newUnit))];
    expect(planImport([], table)).toMatchObject({
      create: [],
      errors: [{ message: expect.stringContaining('5000行') }],
    });
  });

  test('names every bad cell by row and column, with what stands there', () => {
    const { errors } = plan(
      { ...newUnit, 类别: '其他', 联络员邮箱: '没有' },
      { ...newUnit, 单位全称: '示例玩具行业协会', 简称: '玩'.repeat(51) },
      { 单位全称: '', 备注: '只有备注' },
    );
    expect(errors.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, '类别', '其他'],
      [2, '联络员邮箱', '没有'],
      [3, '简称', `${'玩'.repeat(51)}`],
      [4, '单位全称', ''],
    ]);
    expect(errors.every(({ message }) => /。$/.test(message))).toBe(true);
  });
});

describe('an import refuses', () => {
  test('a new unit without category or liaison', () => {
    expect(refusals({ ...newUnit, 类别: '' })).toEqual([
      expect.stringContaining('2 类别 新增单位须填写“类别”'),
    ]);
    expect(refusals({ ...newUnit, 联络员邮箱: '' })).toEqual([
      expect.stringContaining('2 联络员邮箱 新增单位须填写'),
    ]);
  });

  test('the same unit twice, however its name is written', () => {
    expect(refusals(newUnit, { ...newUnit, 单位全称: '示例 家具行业协会' })).toEqual([
      expect.stringContaining('3 单位全称 “示例 家具行业协会”已经是“示例家具行业协会”（第2行）'),
      expect.stringContaining('3 简称'),
    ]);
    expect(refusals({ 单位全称: '示例食品行业协会' }, { 单位全称: '示例食品行业协会' })).toEqual([
      expect.stringContaining('3 单位全称 与第2行是同一家单位'),
    ]);
  });

  test('a row that bears only an alias of a known unit', () => {
    expect(refusals({ ...newUnit, 单位全称: '检测协会' })).toEqual([
      expect.stringContaining('现有单位“示例检测行业协会”的另一名称'),
    ]);
  });

  test('an alias that another unit bears, unless the file takes it from that unit', () => {
    expect(refusals({ ...newUnit, 别名: '家具协会；检测协会' })).toEqual([
      expect.stringContaining('2 别名 “检测协会”已经是“示例检测行业协会”（现有名录）'),
    ]);
    expect(refusals({ ...newUnit, 别名: '检测协会' }, { 单位全称: '示例检测行业协会', 别名: '' })).toEqual(
      [],
    );
  });

  test('a whole category as one unit', () => {
    expect(refusals({ ...newUnit, 单位全称: '市行业质量促进会' })).toEqual([
      expect.stringContaining('一类单位的统称'),
    ]);
  });

  test('a district office of no district, and a second one of the same', () => {
    const office = { ...newUnit, 类别: '各区质量办' };
    expect(refusals({ ...office, 单位全称: '江东区质量办' })).toEqual([expect.stringContaining('16个区')]);
    expect(refusals({ ...office, 单位全称: '黄浦区质量发展中心' })).toEqual([
      expect.stringContaining('黄浦区已有'),
    ]);
    const { create } = plan({ ...office, 单位全称: '浦东新区质量办' });
    expect(create[0]?.unit).toMatchObject({ category: 'district', districtCode: '310115' });
  });

  test.each([
    ['a@example.org;b@example.org', '只能填一个邮箱'],
    ['a@example.org，b@example.org', '只能填一个邮箱'],
    ['联络员 <a@example.org>', '只能填一个邮箱'],
    ['a@example.org\r\nBcc: b@example.org', '换行'],
    ['a@example', '不是有效的邮箱地址'],
    ['a..b@example.org', '不是有效的邮箱地址'],
    ['"a b"@example.org', '只能填一个邮箱'],
    [`${'a'.repeat(65)}@example.org`, '不是有效的邮箱地址'],
    [`a@${'b.'.repeat(130)}org`, '不是有效的邮箱地址'],
  ])('%j as an address', (address, reason) => {
    expect(refusals({ ...newUnit, 联络员邮箱: address })).toEqual([expect.stringContaining(reason)]);
  });

  test('a cell that is far too long, damaged, or stands under no header', () => {
    expect(refusals({ ...newUnit, 备注: '长'.repeat(2_001) })).toEqual([expect.stringContaining('2000字')]);
    expect(refusals({ ...newUnit, 备注: '坏\ud842字' })).toEqual([expect.stringContaining('第2个字已损坏')]);
    expect(planImport(roster, [header, [...row(newUnit), '多出']]).errors).toMatchObject([
      { row: 2, value: '多出' },
    ]);
  });

  test('a long name without a short one, and more aliases than anyone needs', () => {
    expect(refusals({ ...newUnit, 单位全称: '长'.repeat(51) })).toEqual([
      expect.stringContaining('须填写“简称”'),
    ]);
    const aliases = Array.from({ length: 21 }, (_, n) => `别名${n}`).join('；');
    expect(refusals({ ...newUnit, 别名: aliases })).toEqual([expect.stringContaining('最多20个，现有21个')]);
  });

  test('a row without a name, or with a name without a letter', () => {
    expect(refusals({ ...newUnit, 单位全称: ' ' })).toEqual([expect.stringContaining('请填写“单位全称”')]);
    expect(refusals({ ...newUnit, 单位全称: '（——）' })).toEqual([
      expect.stringContaining('至少有一个汉字或字母'),
    ]);
  });
});

describe('an import', () => {
  test('keeps a name that looks like a formula as text, and says so', () => {
    const { create, warnings } = plan({ ...newUnit, 单位全称: '=HYPERLINK(示例)', 备注: "'+86" });
    expect(create[0]?.unit).toMatchObject({ name: '=HYPERLINK(示例)', remark: '+86' });
    expect(warnings.map(({ column }) => column)).toEqual(['单位全称', '备注']);
  });

  test('takes a row for a renamed unit when its aliases hold the old full name', () => {
    const { update, errors } = plan({
      ...newUnit,
      单位全称: '示例检验检测行业协会',
      别名: '示例检测行业协会',
    });
    expect(errors).toEqual([]);
    expect(update[0]?.unit).toMatchObject({
      key: 'testing',
      name: '示例检验检测行业协会',
      aliases: ['示例检测行业协会'],
    });
    expect(refusals({ ...newUnit, 别名: '示例检测行业协会、示例食品行业协会' })).toEqual([
      expect.stringContaining('合并'),
    ]);
  });

  test('reads addresses in full width and domains in capitals', () => {
    const { create } = plan({ ...newUnit, 联络员邮箱: ' ｌｉａｉｓｏｎ＠EXAMPLE.org ' });
    expect(create[0]?.unit.contacts.liaison).toBe('liaison@example.org');
  });

  test('drops an alias that only repeats a name', () => {
    const { create } = plan({ ...newUnit, 别名: '示例（家具）行业协会；家具协会、家具协会\n家协' });
    expect(create[0]?.unit.aliases).toEqual(['家具协会', '家协']);
  });
});
