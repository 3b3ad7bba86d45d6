import { openHouse, secretary, type TestHouse } from '../../test/support/test-house.js';
import { CompilationQuery } from '../compilation/index.js';
import { readSheet } from '../files/index.js';
import { LedgerEntry } from '../ledger/index.js';
import {
  Contact,
  contactsOf,
  correctUnit,
  DirectoryQuery,
  ExportUnitsQuery,
  importUnits,
  type RosterFile,
  TryUnitsQuery,
  LoadDirectoryUseCase,
  Unit,
} from './index.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const csv = (...lines: string[]) => ({ bytes: Buffer.from(lines.join('\r\n')), fileName: '名册.csv' });
const tried = (file: RosterFile) => house.get(TryUnitsQuery).execute(house.compilationId, file);
const take = ({ bytes, fileName }: RosterFile) =>
  house.perform(importUnits, {}, secretary, {
    bytes: Buffer.from(bytes),
    name: fileName,
    mediaType: '',
  });
const unitNamed = async (name: string) =>
  (await house.get(DirectoryQuery).units()).find((unit) => unit.name === name || unit.shortName === name)!;
const lastEntry = () =>
  house.database.read((reader) => reader.findOneOrFail(LedgerEntry, { where: {}, order: { seq: 'DESC' } }));
async function bytesOf(format: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await house.get(ExportUnitsQuery).export(format)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const rosterLine = async () => {
  const { gate } = await house.get(CompilationQuery).status(house.compilationId);
  return gate.find((line) => line.requirement === 'rosterReady');
};

describe('a fresh database', () => {
  it('has the 160 units with their contacts, 15 experts and the leading group, in one act', async () => {
    const units = await house.get(DirectoryQuery).units();
    expect(units).toHaveLength(160);
    expect(units.every(({ contacts }) => contacts.length === 2)).toBe(true);
    expect(await house.get(DirectoryQuery).experts()).toHaveLength(15);
    const group = await house.get(DirectoryQuery).leadingGroup();
    expect(group.filter((member) => member.role === 'chair')).toHaveLength(1);
    const water = await unitNamed('市水务局');
    expect(group.find((member) => member.key === 'water')).toMatchObject({ unitId: water.id });
    const entries = await house.database.read((reader) =>
      reader.findBy(LedgerEntry, { type: 'directory.imported' }),
    );
    expect(entries).toMatchObject([{ payload: expect.stringContaining('"units":160') }]);
  });

  it('lists the units in the order of the notice’s head', async () => {
    const categories = (await house.get(DirectoryQuery).units()).map((unit) => unit.category);
    expect([...new Set(categories)]).toEqual(['member', 'district', 'association', 'group', 'institute']);
  });

  it('finds units by part of any of their names, in any spelling', async () => {
    const found = async (filter: object) =>
      (await house.get(DirectoryQuery).units(filter)).map((unit) => unit.key);
    expect(await found({ name: '质量技术监督' })).toEqual(['market-regulation']);
    expect(await found({ name: '上海市水务' })).toEqual(['water']);
    expect(await found({ category: 'district', name: '崇明县' })).toEqual(['district-chongming']);
    expect(await found({ category: 'member', name: '崇明' })).toEqual([]);
  });

  it('finds a unit by an old name', async () => {
    const found = await house.get(DirectoryQuery).resolve('市质量技监局');
    expect(found).toMatchObject({ kind: 'unit', unit: { key: 'market-regulation' } });
  });

  it('loaded a second time stays as it is', async () => {
    const unit = { key: 'water', name: '别的局', shortName: '别的局', category: 'member', aliases: [] };
    const contacts = { liaison: 'other@example.org' };
    await house.get(LoadDirectoryUseCase).execute(house.compilationId, secretary, {
      units: [{ ...unit, contacts, remark: '', demonstration: true }],
    });
    expect(await unitNamed('市水务局')).toMatchObject({ key: 'water', name: '上海市水务局' });
  });
});

describe('a dry run', () => {
  it('lists each bad row by its number and changes nothing', async () => {
    const before = await lastEntry();
    const report = await tried(
      csv(
        '单位全称,简称,类别,联络员邮箱',
        '示例新材料行业协会,示例新材料协会,促进会成员单位,liaison.new@example.org',
        '示例无邮箱协会,示例无邮箱,促进会成员单位,',
        '上海市水务局,,,不是邮箱',
      ),
    );
    expect(report.created).toEqual([{ row: 2, name: '示例新材料行业协会' }]);
    expect(report.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '联络员邮箱'],
      [4, '联络员邮箱'],
    ]);
    expect(await unitNamed('示例新材料行业协会')).toBeUndefined();
    expect((await lastEntry()).seq).toBe(before.seq);
  });
});

describe('an import', () => {
  it('with one bad row writes none, and the refusal names the row', async () => {
    const file = csv(
      '单位全称,类别,联络员邮箱',
      '示例甲协会,促进会成员单位,a@example.org',
      '示例乙协会,,b@example.org',
    );
    await expect(take(file)).rejects.toMatchObject({
      code: 'roster-refused',
      userMessage: expect.stringContaining('第3行“类别”：新增单位须填写“类别”。'),
      issues: [{ row: 3 }],
    });
    expect(await unitNamed('示例甲协会')).toBeUndefined();
  });

  it('adds units, changes known ones, and leaves those it does not name', async () => {
    const water = await unitNamed('市水务局');
    const file = csv(
      '单位全称,简称,类别,别名,联络员邮箱,分管负责人邮箱',
      '示例甲协会,示例甲,促进会成员单位,示例老甲,a@example.org,',
      '上海市水务局,市水务局,,市海洋局,new.water@example.org,',
    );
    const report = await take(file);
    expect(report).toMatchObject({ created: [{ row: 2 }], updated: [{ row: 3 }], unchanged: 0, errors: [] });
    expect(await unitNamed('示例甲协会')).toMatchObject({ category: 'association', aliases: ['示例老甲'] });
    const changed = await unitNamed('市水务局');
    expect(changed).toMatchObject({ id: water.id, aliases: ['市海洋局'], revision: water.revision + 1 });
    expect(changed.contacts.map(({ role, address }) => [role, address])).toEqual([
      ['liaison', 'new.water@example.org'],
    ]);
    expect(await house.get(DirectoryQuery).units()).toHaveLength(161);
    expect((await lastEntry()).payload).not.toContain('example.org');
  });

  it('that is not a table is refused before anything is read', async () => {
    const pdf = { bytes: Buffer.from('%PDF-1.7 not a table'), fileName: '名册.xlsx' };
    await expect(take(pdf)).rejects.toMatchObject({
      code: 'pdf-not-sheet',
    });
  });
});

describe('an export', () => {
  it.each(['xlsx', 'csv'])('as %s imported again changes nothing', async (format) => {
    const report = await tried({
      bytes: await bytesOf(format),
      fileName: `名册.${format}`,
    });
    expect(report).toMatchObject({ created: [], updated: [], errors: [], warnings: [], unchanged: 161 });
  });

  it('has the header in its first row', async () => {
    const sheet = await readSheet(await bytesOf('xlsx'), '名册.xlsx');
    expect(sheet.rows[0]).toEqual([
      '单位全称',
      '简称',
      '类别',
      '别名',
      '联络员邮箱',
      '分管负责人邮箱',
      '备注',
    ]);
  });

  it('in any other form is refused', async () => {
    await expect(bytesOf('pdf')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a correction of one unit', () => {
  const correct = (unit: Unit, input: object) =>
    house.perform(correctUnit, { unitId: unit.id, revision: unit.revision, ...input });

  it('changes only the columns that are given', async () => {
    const before = await unitNamed('市财政局');
    await correct(before, { liaison: 'quality.finance@example.org' });
    const after = await unitNamed('市财政局');
    expect(after.aliases).toEqual(before.aliases);
    expect(after.contacts.map(({ address }) => address)).toEqual([
      'quality.finance@example.org',
      'leader.finance@example.org',
    ]);
  });

  it('by two people from the same page is taken once; the second is told', async () => {
    const seen = await unitNamed('市财政局');
    await correct(seen, { remark: '甲' });
    await expect(correct(seen, { remark: '乙' })).rejects.toMatchObject({
      code: 'stale-revision',
      status: 409,
    });
    expect(await unitNamed('市财政局')).toMatchObject({ remark: '甲' });
  });

  it('obeys the rules of the roster', async () => {
    const unit = await unitNamed('市财政局');
    await expect(correct(unit, { shortName: '市水务局' })).rejects.toMatchObject({ code: 'roster-refused' });
    await expect(correct(unit, { liaison: 'a@b' })).rejects.toMatchObject({ code: 'roster-refused' });
  });
});

describe('the roster before the start', () => {
  it('is ready when each category has units and each unit a liaison', async () => {
    expect(await rosterLine()).toMatchObject({ met: true, facts: { units: 161, withoutContact: 0 } });
  });

  it('is not ready while a unit cannot be written to', async () => {
    const { id } = await unitNamed('市财政局');
    const contacts = await house.database.read((reader) => contactsOf(reader, [id], ['liaison']));
    const [liaison] = contacts.get(id)!;
    await house.database.write((tx) => tx.delete(Contact, { id: liaison.id }));
    const line = await rosterLine();
    expect(line).toMatchObject({ met: false, facts: { withoutContact: 1 } });
    expect(line?.sentence).toContain('上海市财政局没有联络员地址');
    await house.database.write((tx) => tx.insert(Contact, liaison));
  });

  it('is not ready while a category of the notice’s head is empty', async () => {
    await house.database.write((tx) => tx.delete(Unit, { category: 'institute' }));
    const line = await rosterLine();
    expect(line).toMatchObject({ met: false, facts: { emptyCategories: ['各相关科研院所'] } });
  });
});
