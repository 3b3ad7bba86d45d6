import { type Sent } from '../../engine/index.js';
import { openHouse, type TestHouse } from '../../../test/support/test-house.js';
import { Database } from '../../platform/index.js';
import { citeVisit, findVisits, logVisit, VisitsQuery, visitTitles } from '../index.js';
import { visitsLogged } from './visits.repository.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse('2021-08-20T10:00:00+08:00');
});
afterAll(() => house.close());

const visit = {
  kind: 'enterprise' as const,
  place: '临港新片区某装备企业',
  visitedOn: '2021-08-18',
  hosts: ['示例电气（集团）有限公司'],
  findings: '供应链质量追溯成本高，建议统一数据标准。',
};
const log = (change: Partial<Sent<typeof logVisit>> = {}) => house.perform(logVisit, { ...visit, ...change });
const facts = () =>
  house.get(Database).read((tx) => visitsLogged.gather({ tx, compilationId: house.compilationId } as never));

describe('research visits', () => {
  it('are counted by industry, district and enterprise for the gate of 征求意见稿', async () => {
    expect(await facts()).toEqual({ industry: 0, district: 0, enterprise: 0 });
    await log();
    await log({ visitedOn: '2021-08-20' });
    await log({ kind: 'district', place: '徐汇区', visitedOn: '2021-08-17' });
    expect(await facts()).toEqual({ industry: 0, district: 1, enterprise: 2 });
  });

  it('are listed in the order in which they took place', async () => {
    const visits = await house.get(VisitsQuery).list(house.compilationId);
    expect(visits.map(({ visitedOn }) => visitedOn)).toEqual(['2021-08-17', '2021-08-18', '2021-08-20']);
    const titles = await house.database.read((reader) => visitTitles(reader, [visits[0].id]));
    expect(titles.get(visits[0].id)).toBe('区域调研：徐汇区（2021-08-17）');
  });

  it.each([
    [{ kind: 'park' } as never, /应为 industry（行业）/],
    [{ findings: ' ' }, /请写明调研发现/],
    [{ hosts: [] }, /请写明接待单位/],
    [{ place: '' }, /不得为空/],
    [{ visitedOn: '2021-02-30' }, /不是有效日期/],
    [{ visitedOn: '2021-08-21' }, /尚未到来，请在走访之后登记/],
  ])('are refused with a Chinese sentence when they say %j', async (change, sentence) => {
    const before = await facts();
    await expect(log(change)).rejects.toMatchObject({
      userMessage: expect.stringMatching(sentence) as string,
    });
    expect(await facts()).toEqual(before);
  });

  it('name the clauses that use them, one change at a time', async () => {
    const { id } = await log({ kind: 'industry', usedIn: ['clause-1'] });
    const cite = (revision: number, usedIn: string[]) =>
      house.perform(citeVisit, { visitId: id, revision, usedIn });
    await cite(1, ['clause-1', 'clause-2']);
    await expect(cite(1, [])).rejects.toMatchObject({ code: 'stale-revision' });
    const visits = await house.database.read((reader) => findVisits(reader, house.compilationId));
    expect(visits.find((one) => one.id === id)?.usedIn).toEqual(['clause-1', 'clause-2']);
  });
});
