import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  districts,
  exportRows,
  expertSchema,
  normaliseName,
  planImport,
  UnitIndex,
  unitSchema,
} from '../../src/directory/roster/index.js';
import { seedsFolder } from '../../src/platform/index.js';

const seedFiles = ['units', 'experts', 'leading-group', 'drafting-group', 'ladder', 'timeline-2021'];
const text = (name: string): string => readFileSync(join(seedsFolder, `${name}.json`), 'utf8');
const read = (name: string): unknown => JSON.parse(text(name));
const { units } = z.object({ units: z.array(unitSchema) }).parse(read('units'));
const { experts } = z.object({ experts: z.array(expertSchema) }).parse(read('experts'));
const seat = z.strictObject({
  key: z.string(),
  organisation: z.string().min(1),
  unit: z.string().optional(),
  post: z.string().min(1),
  role: z.string(),
  address: z.email(),
});
const leadingGroup = z.object({ attendees: z.array(seat) }).parse(read('leading-group'));
const draftingGroup = z.object({ members: z.array(seat), secretariat: z.array(seat) }).parse(read('drafting-group'));
const keyOf = (name: string): string | undefined => {
  const found = new UnitIndex(units).resolve(name);
  return found?.kind === 'unit' ? found.unit.key : undefined;
};

describe('the seeded roster', () => {
  test('has 160 units in the five categories of the notice, the associations filling what is not public', () => {
    const count = (category: string) => units.filter((unit) => unit.category === category).length;
    expect(['member', 'district', 'association', 'group', 'institute'].map(count)).toEqual([36, 16, 76, 24, 8]);
    expect(units.filter((unit) => unit.demonstration).every((unit) => unit.category === 'association')).toBe(true);
  });

  test('has each of the 16 districts once, with its code', () => {
    const offices = units.filter((unit) => unit.category === 'district');
    expect(offices.map(({ districtCode, name }) => [districtCode, name])).toEqual(
      districts.map(({ code, name }) => [code, `上海市${name}质量工作领导小组办公室`]),
    );
  });

  test('gives every key, name and alias to one unit only', () => {
    expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
    const bearers = new Map<string, string>();
    for (const { key, name, shortName, aliases } of units) {
      for (const spelling of [name, shortName, ...aliases].map(normaliseName)) {
        expect([spelling, bearers.get(spelling) ?? key]).toEqual([spelling, key]);
        bearers.set(spelling, key);
      }
    }
  });

  test('says of every made-up unit, and of no other, that it is one', () => {
    for (const { name, shortName, demonstration } of units) {
      expect([name, name.includes('示例'), shortName.includes('示例')]).toEqual([name, demonstration, demonstration]);
    }
  });

  test('exported and imported again changes nothing', () => {
    const plan = planImport(units, [...exportRows(units)]);
    expect(plan).toMatchObject({ create: [], update: [], errors: [], warnings: [] });
    expect(plan.unchanged).toHaveLength(160);
  });

  test.each([
    ['市市场监管局', 'market-regulation'],
    ['市市场监督管理局', 'market-regulation'],
    ['上海市市场监督管理局', 'market-regulation'],
    ['市质量技监局', 'market-regulation'],
    ['市工商局', 'market-regulation'],
    ['市政府法制办', 'justice'],
    ['市建设管理委', 'housing-construction'],
    ['上海出入境检验检疫局', 'customs'],
    ['市粮食储备局', 'grain-reserves'],
    ['中共上海市委组织部', 'party-organization'],
    ['崇明县人民政府', 'district-chongming'],
    ['浦东新区', 'district-pudong'],
    ['浦发银行', 'group-spd-bank'],
    ['申能(集团)有限公司', 'group-shenergy'],
    ['示例检测行业协会', 'association-testing'],
  ])('knows %s', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  test('resolves every unit named with duties in the plan of 2021 to 2023 (domain reference, section 6)', () => {
    const named =
      '市市场监管局、市经济信息化委、市科委、市发展改革委、市知识产权局、市商务委、市卫生健康委、市文化旅游局、各区人民政府、' +
      '市国资委、市交通委、市民政局、市委宣传部、市教委、市委组织部、市总工会、市药品监管局、市农业农村委、市粮食储备局、' +
      '市通信管理局、市住房城乡建设管理委、市生态环境局、市水务局、市绿化市容局、市政府外办、临港新片区管委会、市司法局、' +
      '市财政局、市统计局、市政府新闻办、上海海关、市公安局、市人力资源社会保障局按职责分工负责';
    const resolved = new UnitIndex(units).resolveList(named);
    expect(resolved).toHaveLength(33);
    expect(resolved.filter(({ resolution }) => resolution?.kind !== 'unit')).toMatchObject([
      { name: '各区人民政府', resolution: { kind: 'group', name: '各区人民政府', category: 'district' } },
    ]);
  });
});

describe('the seeds', () => {
  test('write to nobody: every address is under example.org and names a post', () => {
    for (const file of seedFiles) {
      const addresses = text(file).match(/[^\s"“”，。]+@[^\s"“”，。]+/g) ?? [];
      for (const address of addresses) expect(address).toMatch(/^[a-z0-9.-]+@example\.org$/);
    }
    for (const { key, contacts } of units) {
      expect(contacts).toEqual({ liaison: `liaison.${key}@example.org`, leader: `leader.${key}@example.org` });
    }
  });

  test('name no person and hold no telephone number', () => {
    for (const { name } of experts) expect(name).toMatch(/^专家[A-Z]（.+）$/);
    for (const { post } of [...leadingGroup.attendees, ...draftingGroup.members]) expect(post).toMatch(/（岗位）$/);
    for (const { post } of draftingGroup.secretariat) expect(post).toMatch(/（岗位）$|^(?:经办[一二]|复核)岗$/);
    for (const file of seedFiles) {
      expect(text(file)).not.toMatch(/先生|女士|\d{7,}(?!@)/);
    }
  });

  test('seat the leading group and the drafting group with units of the roster', () => {
    const keys = new Set(units.map(({ key }) => key));
    const seats = [...leadingGroup.attendees, ...draftingGroup.members, ...draftingGroup.secretariat];
    for (const { unit } of seats) if (unit !== undefined) expect([unit, keys.has(unit)]).toEqual([unit, true]);
    const seated = leadingGroup.attendees.flatMap(({ unit }) => unit ?? []);
    expect(seated).toEqual(units.filter(({ category }) => category === 'member').map(({ key }) => key));
    expect(leadingGroup.attendees.filter(({ role }) => role === 'chair')).toHaveLength(1);
    expect(draftingGroup.members.filter(({ role }) => role === 'head')).toMatchObject([
      { post: '市质量办主任、市市场监管局局长（岗位）' },
    ]);
    expect(new Set(draftingGroup.secretariat.map(({ organisation }) => organisation))).toEqual(
      new Set(['上海市市场监督管理局质量发展处']),
    );
  });

  test('hold 15 experts from institutions that exist, each with an own address', () => {
    expect(experts).toHaveLength(15);
    expect(new Set(experts.flatMap(({ key, address }) => [key, address])).size).toBe(30);
    for (const { institution } of experts) expect([institution, keyOf(institution)]).not.toContain(undefined);
  });
});
