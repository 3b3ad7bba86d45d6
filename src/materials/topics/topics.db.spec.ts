import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { MaterialsOffice } from '../../../test/support/materials-office.js';
import { type Sent } from '../../engine/index.js';
import { chooseTopic, listTopics, TopicsQuery } from '../index.js';

let office: MaterialsOffice;
beforeAll(async () => {
  office = await MaterialsOffice.open();
});
afterAll(() => office.close());

const choose = async (unitKey: string, input: Omit<Sent<typeof chooseTopic>, 'obligationId'>) => {
  const { id } = await office.owedBy(unitKey);
  const actor = await office.actor(unitKey);
  return office.house.perform(chooseTopic, { obligationId: id, ...input }, actor);
};
const overview = () => office.house.get(TopicsQuery).overview(office.compilationId);

describe('the catalogue of research topics', () => {
  it('has the ten topics of the notice with their scope, and at first nobody works on any', async () => {
    const { topics, uncovered } = await overview();
    expect(topics).toHaveLength(10);
    expect(topics[7]).toMatchObject({
      number: 8,
      title: '在数字化转型背景下，企业如何提高质量管理水平',
      scope: expect.stringContaining('数字化转型对企业的影响') as string,
    });
    expect(uncovered).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('shows who chose what, and what nobody chose', async () => {
    await choose('institute-tongji', { topic: 5, title: '产业链质量协同' });
    await choose('institute-sjtu', { topic: 5 });
    await choose('institute-metrology', { topic: 'outside', title: '量子计量' });
    await office.submit('institute-quality-standardization', reportInput(6));
    const { topics, outside, uncovered } = await overview();
    expect(topics[4].chosenBy.map(({ unitName, title }) => [unitName, title])).toEqual([
      ['上海交大', ''],
      ['同济大学', '产业链质量协同'],
    ]);
    expect(topics[5].chosenBy).toEqual([expect.objectContaining({ state: 'submitted' })]);
    expect(outside).toEqual([expect.objectContaining({ title: '量子计量' })]);
    expect(uncovered).toEqual([1, 2, 3, 4, 7, 8, 9, 10]);
  });

  it('may be chosen from again, with what was written kept', async () => {
    await office.save('institute-social-sciences', { parts: { report: '已写的正文' }, title: '甲' });
    await choose('institute-social-sciences', { topic: 1 });
    await choose('institute-social-sciences', { topic: 10, title: '乙' });
    expect((await office.material('institute-social-sciences')).content).toMatchObject({
      topic: 10,
      title: '乙',
      parts: { report: '已写的正文' },
    });
    expect((await overview()).uncovered).toContain(1);
  });

  it('refuses a number that it does not have', async () => {
    await expect(choose('institute-sjtu', { topic: 11 })).rejects.toMatchObject({
      userMessage: '课题目录中没有第11项（共10项）。请重新选择，或者选“目录外”并自拟题目。',
    });
  });

  it('is for institutes: a unit that owes the four parts is told so', async () => {
    await expect(choose('water', { topic: 1 })).rejects.toMatchObject({ code: 'not-a-research-report' });
    expect((await office.owedBy('water')).state).toBe('owed');
  });

  it('no longer changes under a report that was handed in', async () => {
    await office.submit('institute-quality-management', reportInput('outside'));
    await expect(choose('institute-quality-management', { topic: 1 })).rejects.toMatchObject({
      code: 'material-frozen',
    });
  });

  it('listed again stays as it is', async () => {
    const again = [{ number: 1, title: '另一个题目', scope: '' }];
    await office.house.perform(listTopics, { topics: again });
    const { topics } = await overview();
    expect(topics).toHaveLength(10);
    expect(topics[0].title).toBe('我市推进质量强市建设的重要意义');
  });

  it('does not count what units of the other categories fill in', async () => {
    await office.submit('transport', { ...fourPartInput(), topic: 2 });
    expect((await overview()).uncovered).toContain(2);
  });
});
