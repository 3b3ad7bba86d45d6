import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { DispositionTableQuery, disposeOpinions, regroupOpinions, groupLikeOpinions } from '../index.js';

const letter = '建议在第二部分增加社区养老服务质量评价的内容，明确评价主体、标准和结果运用。';

describe('like opinions', () => {
  let office: ConsultationOffice;
  const ids: string[] = [];
  const groupIds = async () => (await office.page()).opinions.map(({ groupId }) => groupId);
  const correct = (opinionIds: string[], groupId: string | null) =>
    office.perform(regroupOpinions, { opinionIds, groupId });
  beforeAll(async () => {
    office = await openConsultationOffice();
    for (const content of [letter, '建议取消质量奖评选。', `${letter}谢谢！`, letter])
      ids.push((await office.receive(content)).id);
  });
  afterAll(() => office.close());

  it('are brought together under the first of them, and none is dropped', async () => {
    const grouped = await office.perform(groupLikeOpinions, {});
    expect(grouped).toEqual({ groups: 1, members: 3 });
    expect(await groupIds()).toEqual([ids[0], null, ids[0], ids[0]]);
  });

  it('are taken apart and put together by a person', async () => {
    await correct([ids[3]], null);
    await correct([ids[1]], ids[0]);
    expect(await groupIds()).toEqual([ids[0], ids[0], ids[0], null]);
    await expect(correct([ids[1]], 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are disposed of together, each with a line of its own in the table', async () => {
    await office.assign(...ids);
    const { opinions } = await office.page();
    const opinionIds = opinions.filter(({ groupId }) => groupId === ids[0]).map(({ id }) => id);
    const decision = { opinionIds, disposition: '已有体现' as const, reason: '第二部分已有。' };
    await office.perform(disposeOpinions, decision);
    const { rows } = await office.get(DispositionTableQuery).view(office.compilationId);
    const remarks = [];
    for await (const row of rows) remarks.push((row as unknown as { remark: string }).remark);
    expect(remarks).toEqual(['', '与2021-0001同类', '与2021-0001同类', '']);
  });
});
