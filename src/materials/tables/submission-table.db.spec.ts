import { fourPartInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import { readSheet } from '../../files/index.js';
import { SubmissionTableQuery } from '../index.js';

describe('材料报送进度表', () => {
  let office: MaterialsOffice;
  const view = () => office.house.get(SubmissionTableQuery).view(office.compilationId);
  beforeAll(async () => {
    office = await MaterialsOffice.open();
    await office.submit('water', fourPartInput());
    await office.submit('commerce', fourPartInput());
    await office.accept('water');
  });
  afterAll(() => office.close());

  it('counts what was handed in, altogether and by category', async () => {
    const { head, tail } = await view();
    expect(head.note).toBe(
      '截至2021年6月28日，应报送160家，审核通过1家，待审核1家，豁免0家，未报送158家（其中逾期0家）；逾期报送0家。',
    );
    expect((tail as { notes: string[] }).notes).toHaveLength(5);
  });

  it('says who is late once the deadline has passed', async () => {
    office.house.clock.moveTo(Date.parse('2021-07-27T09:00:00+08:00'));
    expect((await view()).head.note).toContain('未报送158家（其中逾期158家）');
  });

  it('has one row a unit, with numbers as numbers', async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of await office.house
      .get(SubmissionTableQuery)
      .render(office.compilationId, 'xlsx'))
      chunks.push(chunk);
    const { rows } = await readSheet(Buffer.concat(chunks), 'submissions.xlsx');
    const start = rows.findIndex((cells) => cells[0] === '序号');
    expect(rows[start].slice(0, 5)).toEqual(['序号', '单位', '类别', '材料', '状态']);
    const units = rows.slice(start + 1).filter((cells) => /^\d+$/.test(cells[0] ?? ''));
    expect(units).toHaveLength(160);
    expect(units.find((cells) => cells[1] === '上海市水务局')).toEqual(
      expect.arrayContaining(['质量强业', '2021年6月28日 10:00', '3015', '1']),
    );
  });
});
