import { normaliseName } from './normalise-name.js';
import { splitUnits } from './split-units.js';
import { UnitIndex, type NamedUnit } from './unit-index.js';

const unit = (key: string, name: string, shortName: string, ...aliases: string[]): NamedUnit => ({
  key,
  name,
  shortName,
  aliases,
});
const index = new UnitIndex([
  unit('market-regulation', '上海市市场监督管理局', '市市场监管局', '市质量技监局', '市工商局'),
  unit('economy', '上海市经济和信息化委员会', '市经济信息化委'),
  unit('science', '上海市科学技术委员会', '市科委'),
  unit('finance', '上海市财政局', '市财政局', '市税务局'),
  unit('taxation', '国家税务总局上海市税务局', '税务总局上海市局', '市税务局'),
  unit('grain', '上海市粮食和物资储备局', '市粮食和物资储备局'),
  unit('district-chongming', '上海市崇明区质量工作领导小组办公室', '崇明区质量办', '崇明区', '崇明区政府'),
  unit('district-pudong', '上海市浦东新区质量工作领导小组办公室', '浦东新区质量办', '浦东新区'),
  unit('huayi', '上海华谊（集团）公司', '华谊集团'),
  unit('metals', '上海有色金属行业协会', '有色金属协会'),
  unit('cbm', '示例建材行业协会', '示例建材协会'),
  unit('chem', '示例化学建材行业协会', '示例化学建材协会'),
]);
const keyOf = (name: string): string | undefined => {
  const found = index.resolve(name);
  return found?.kind === 'unit' ? found.unit.key : undefined;
};

describe('a unit is found by its name', () => {
  test.each([
    ['市市场监管局', 'market-regulation'],
    ['市市场监督管理局', 'market-regulation'],
    ['上海市市场监督管理局', 'market-regulation'],
    [' 本市市场监督管理局 ', 'market-regulation'],
    ['上海市质量技监局', 'market-regulation'],
    ['崇明县质量工作领导小组办公室', 'district-chongming'],
    ['上海市崇明县人民政府', 'district-chongming'],
    ['崇明', 'district-chongming'],
    ['浦东', 'district-pudong'],
    ['浦东区质量办', 'district-pudong'],
    ['上海华谊(集团)公司', 'huayi'],
    ['上海华谊﹙集团﹚公司', 'huayi'],
    ['上海华谊集团公司', 'huayi'],
    ['上海市有色金属行业协会', 'metals'],
    ['市 粮食和\n物资储备局', 'grain'],
    ['市場監管局', 'market-regulation'],
    ['上海市經濟和信息化委員會', 'economy'],
    ['上海華誼（集團）公司', 'huayi'],
    ['崇明縣人民政府', 'district-chongming'],
    ['市場監督管理局', 'market-regulation'],
    ['市场监管局', 'market-regulation'],
    ['科委', 'science'],
    ['财政局', 'finance'],
    ['市科学技术委', 'science'],
    ['市经济信息化委员会', 'economy'],
    ['原市质量技监局', 'market-regulation'],
    ['市质量技监局（已撤销）', 'market-regulation'],
    ['市市场监管局（原市工商局）', 'market-regulation'],
    ['市粮食和物资储备局（市粮食局）', 'grain'],
  ])('%s is %s', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  test.each([
    ['市行业质量促进会', 'association'],
    ['市行业质量工作促进会各成员单位', 'association'],
    ['有关企业集团公司', 'group'],
    ['各区人民政府', 'district'],
    ['各区县', 'district'],
    ['市质量工作领导小组成员单位', 'member'],
    ['市质量安全工作领导小组', 'member'],
    ['各市级部门', 'member'],
    ['各有关部门', 'member'],
    ['市有关部门', 'member'],
    ['市政府有关部门', 'member'],
    ['各相關部門', 'member'],
    ['各区政府', 'district'],
    ['各區人民政府', 'district'],
    ['16个区', 'district'],
    ['１６个区', 'district'],
    ['十六个区', 'district'],
    ['全市各区', 'district'],
    ['各区市场监管局', 'district'],
    ['有关行业协会', 'association'],
    ['各有关单位', null],
    ['各街镇', null],
  ] as const)('%s stands for the whole category %s', (name, category) => {
    expect(index.resolve(name)).toEqual({ kind: 'group', name, category });
  });

  test('never when two units bear the name: both are offered', () => {
    expect(index.resolve('市税务局')).toMatchObject({
      kind: 'candidates',
      units: [{ key: 'finance' }, { key: 'taxation' }],
    });
  });

  test('never when it is only part of a name, even of a single one', () => {
    expect(index.resolve('市场监管')).toMatchObject({
      kind: 'candidates',
      units: [{ key: 'market-regulation' }],
    });
    expect(index.resolve('建材行业协会')).toMatchObject({
      kind: 'candidates',
      units: [{ key: 'cbm' }, { key: 'chem' }],
    });
    expect(keyOf('浦东发展银行')).toBeUndefined();
  });

  test.each(['市经济信息委', '市市埸监管局', '市市场监督局'])(
    'never from a slip: %s is a question',
    (name) => {
      expect(index.resolve(name)?.kind).toBe('candidates');
    },
  );

  test('never when a bracket names another unit', () => {
    expect(index.resolve('市科委（市财政局）')).toMatchObject({ kind: 'candidates' });
  });

  test('not at all when nothing resembles it', () => {
    expect(index.resolve('国家航天局')).toBeUndefined();
    expect(index.resolve('（）')).toBeUndefined();
    expect(index.resolve('市')).toBeUndefined();
  });

  test('names that differ only in width, brackets, spaces or 上海市 have one key', () => {
    expect(normaliseName('上海市ＡＢ（集团）')).toBe(normaliseName('市ab [集团]'));
    expect(normaliseName('中共上海市委宣传部')).toBe(normaliseName('市委宣传部'));
    expect(normaliseName('市工商局')).not.toBe(normaliseName('市工商联'));
  });
});

describe('the units of a responsibility bracket', () => {
  const named = (text: string) => splitUnits(text).map(({ name, leads }) => (leads ? `*${name}` : name));
  test.each([
    ['市经济信息化委、市科委 按职责分工负责', ['市经济信息化委', '市科委']],
    ['（责任单位：市市场监管局、市科委、各区人民政府）', ['市市场监管局', '市科委', '各区人民政府']],
    ['（市市场监管局、市商务委牵头负责）', ['*市市场监管局', '*市商务委']],
    ['市市场监管局牵头，市财政局、市科委等按照各自职责分工分别负责', ['*市市场监管局', '市财政局', '市科委']],
    ['市发展改革委会同市财政局负责', ['市发展改革委', '市财政局']],
    ['市教育委员会同级单位、市科委负责', ['市教育委员会同级单位', '市科委']],
    ['牵头单位：市市场监管局；配合单位：市公安局、上海海关', ['*市市场监管局', '市公安局', '上海海关']],
    ['市市场监管\n局、市粮食和物资储\n备局负责）', ['市市场监管局', '市粮食和物资储备局']],
    ['市科委，市教委牵头，市财政局配合', ['*市科委', '*市教委', '市财政局']],
    ['', []],
  ])('%j', (text, units) => {
    expect(named(text)).toEqual(units);
  });

  test('are split at 和 only where the roster knows both halves', () => {
    const resolved = index.resolveList('市科委和市财政局、市粮食和物资储备局、各区政府牵头');
    expect(resolved.map(({ name, resolution }) => [name, resolution?.kind])).toEqual([
      ['市科委', 'unit'],
      ['市财政局', 'unit'],
      ['市粮食和物资储备局', 'unit'],
      ['各区政府', 'group'],
    ]);
    expect(resolved.every(({ leads }) => leads)).toBe(true);
  });
});
