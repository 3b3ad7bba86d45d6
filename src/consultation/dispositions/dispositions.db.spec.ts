import { assess, freezeDraft, importText, reopenDraft } from '../../../test/support/drafts-steps.js';
import {
  type ConsultationOffice,
  consultedText,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { reviewer, secretary } from '../../../test/support/test-house.js';
import { clausesFrom, latestFrozen, workingRevision } from '../../drafts/index.js';
import { WorkflowInstance } from '../../engine/index.js';
import { Database } from '../../platform/index.js';
import {
  assignOpinions,
  disposeOpinion,
  disposeOpinions,
  importOpinions,
  OpinionsQuery,
  approveDispositions,
  reopenOpinion,
  returnDisposition,
} from '../index.js';

describe('the disposition of an opinion', () => {
  let office: ConsultationOffice;
  let clauseId: string;
  const read: Database['read'] = (fn) => office.get(Database).read(fn);
  const received = async (content: string) => (await office.receive(content)).id;
  const assigned = async (content: string) => {
    const id = await received(content);
    await office.assign(id);
    return id;
  };
  const sources = (opinionId: string) =>
    read(async (reader) => {
      const working = await workingRevision(reader, office.compilationId);
      return clausesFrom(reader, working!.id, { sourceKind: 'opinion', sourceId: opinionId });
    });
  beforeAll(async () => {
    office = await openConsultationOffice();
    const early = await received('征求意见期间就想采纳。');
    await office.assign(early);
    const [, first] = await office.consultedClauses();
    const adopt = office.dispose(early, '采纳', { changedClauseId: first.clauseId });
    await expect(adopt).rejects.toMatchObject({ code: 'gate-not-met' });
    await office.closeConsultation();
    clauseId = (await office.workingClauses())[4].clauseId;
    await office.dispose(early, '采纳', { changedClauseId: clauseId });
  });
  afterAll(() => office.close());

  it('follows its assignment', async () => {
    const id = await received('尚未分派。');
    await expect(office.dispose(id, '采纳', { changedClauseId: clauseId })).rejects.toMatchObject({
      code: 'step-not-offered',
    });
  });

  it.each(['部分采纳', '不采纳', '已有体现', '留作研究'])('%s needs a reason', async (disposition) => {
    const id = await assigned(`${disposition}的意见。`);
    const changedClauseId = clauseId;
    const bare = office.dispose(id, disposition, { changedClauseId });
    await expect(bare).rejects.toMatchObject({ userMessage: expect.stringContaining('须写明理由') });
    await office.dispose(id, disposition, { changedClauseId, reason: '已研究。' });
    expect(await office.view(id)).toMatchObject({ state: 'disposed', disposition });
  });

  it.each(['采纳', '部分采纳'])(
    '%s names the clause of the working revision that was changed',
    async (disposition) => {
      const id = await assigned(`须写明条款：${disposition}。`);
      const reason = '采纳。';
      await expect(office.dispose(id, disposition, { reason })).rejects.toMatchObject({
        code: 'gate-not-met',
      });
      await expect(
        office.dispose(id, disposition, { reason, changedClauseId: 'nowhere' }),
      ).rejects.toMatchObject({ userMessage: expect.stringContaining('不在当前修改稿中') });
      await office.dispose(id, disposition, { reason, changedClauseId: clauseId });
      expect((await sources(id)).map((clause) => clause.clauseId)).toEqual([clauseId]);
    },
  );

  it('not adopted leaves no trace on a clause, whatever clause was sent along', async () => {
    const id = await assigned('不采纳的意见不留痕迹。');
    await office.dispose(id, '不采纳', { reason: '不属于本方案范围。', changedClauseId: clauseId });
    expect(await sources(id)).toEqual([]);
    expect((await office.view(id)).changedClauseId).toBeNull();
  });

  it('is reviewed by somebody else', async () => {
    const id = await assigned('由他人复核。');
    await office.dispose(id, '已有体现', { reason: '第二部分已有。' });
    const own = office.perform(approveDispositions, { opinionIds: [id] });
    await expect(own).rejects.toMatchObject({
      userMessage: expect.stringContaining('复核人不得是承办人本人'),
    });
    await office.approve(id);
    expect(await office.view(id)).toMatchObject({ state: 'reviewed', reviewedBy: reviewer.id });
  });

  it('is returned with a reason, and its trace waits for the next disposition', async () => {
    const id = await assigned('退回重办。');
    await office.dispose(id, '采纳', { changedClauseId: clauseId });
    const input = { opinionId: id, reason: '' };
    const silent = office.perform(returnDisposition, input, reviewer);
    await expect(silent).rejects.toMatchObject({ code: 'gate-not-met' });
    await office.perform(returnDisposition, { ...input, reason: '条款不对。' }, reviewer);
    expect(await office.view(id)).toMatchObject({ state: 'assigned', returnReason: '条款不对。' });
    expect(await sources(id)).toEqual([]);
  });

  it('that was reviewed can be reopened until the packet is with the government', async () => {
    const id = await assigned('重新办理。');
    await office.dispose(id, '留作研究', { reason: '另行研究。' });
    await office.approve(id);
    const instance = { id: office.compilationId };
    const reopen = () => office.perform(reopenOpinion, { opinionId: id, reason: '有新情况。' });
    const stand = (state: string) =>
      office.database.write((tx) => tx.update(WorkflowInstance, instance, { state }));
    await stand('deliberating.municipalApproval.submitted');
    await expect(reopen()).rejects.toMatchObject({ userMessage: expect.stringContaining('已报市政府') });
    await stand('deliberating.municipalApproval.reworking');
    await reopen();
    await stand('prepared');
    expect((await office.view(id)).state).toBe('assigned');
  });

  it('of the one who read an older state is refused, and what the other wrote stays', async () => {
    const id = await assigned('两人同时办理。');
    const { revision } = await office.view(id);
    await office.assign(id);
    const stale = office.perform(disposeOpinion, {
      opinionId: id,
      revision,
      disposition: '已有体现',
      reason: '第二部分已有。',
    });
    await expect(stale).rejects.toMatchObject({ code: 'stale-revision', status: 409 });
  });

  it('of many at once is of all or of none', async () => {
    const ids = [await assigned('同类意见甲。'), await assigned('同类意见乙。'), await received('未分派。')];
    const decision = { disposition: '已有体现', reason: '第二部分已有。' } as const;
    const all = office.perform(disposeOpinions, { opinionIds: ids, ...decision });
    await expect(all).rejects.toMatchObject({ code: 'step-not-offered' });
    expect((await office.view(ids[0])).state).toBe('assigned');
    const two = { opinionIds: ids.slice(0, 2), ...decision };
    expect(await office.perform(disposeOpinions, two)).toEqual({ disposed: 2 });
  });

  it('refuses a list with an opinion that is not there, or with one twice', async () => {
    const assign = (opinionIds: string[]) => office.perform(assignOpinions, { opinionIds, handler: 'a' });
    await expect(assign(['nowhere'])).rejects.toMatchObject({ code: 'not-found' });
    const id = await received('选了两次。');
    await expect(assign([id, id])).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('500 opinions disposed of by two handlers at the same time', () => {
  it('are all disposed of exactly once, and the counts are exact', async () => {
    const office = await openConsultationOffice();
    const { compilationId } = office;
    const lines = ['意见内容', ...Array.from({ length: 500 }, (_, index) => `意见${index}。`)];
    const file = { bytes: Buffer.from(lines.join('\n')), name: 'opinions.csv', mediaType: 'text/csv' };
    await office.perform(importOpinions, {}, secretary, file);
    const ids = (await office.page()).opinions.map(({ id }) => id);
    await office.perform(assignOpinions, { opinionIds: ids, handler: 'x' });
    const attempt = async (opinionId: string, by: number): Promise<number> => {
      const input = {
        opinionId,
        revision: 2,
        disposition: by === 1 ? ('不采纳' as const) : ('留作研究' as const),
        reason: '已研究。',
      };
      const actor = { kind: 'secretariat' as const, id: `handler-${by}` };
      return office.perform(disposeOpinion, input, actor).then(
        () => by,
        () => 0,
      );
    };
    const outcomes = await Promise.all(ids.flatMap((id) => [attempt(id, 1), attempt(id, 2)]));
    const wonBy = (by: number) => outcomes.filter((winner) => winner === by).length;
    expect(wonBy(1) + wonBy(2)).toBe(500);
    const { states, dispositions } = await office.get(OpinionsQuery).counts(compilationId);
    expect(states).toMatchObject({ total: 500, unreviewed: 500, undisposed: 0 });
    expect(dispositions).toMatchObject({ total: 500, 不采纳: wonBy(1), 留作研究: wonBy(2) });
    await office.close();
  }, 180_000);
});

describe('the register before a step', () => {
  let office: ConsultationOffice;
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('holds the 论证稿 back until every opinion in time is disposed of and reviewed', async () => {
    expect((await assess(office, 'opinionsSettled')).sentence).toBe('没有需要办理的意见。');
    const { id } = await office.receive('按期的意见。');
    expect((await assess(office, 'opinionsSettled')).facts).toMatchObject({ total: 1, unassigned: 1 });
    await office.assign(id);
    expect((await assess(office, 'opinionsSettled')).facts).toMatchObject({ undisposed: 1 });
    await office.dispose(id, '已有体现', { reason: '第二部分已有。' });
    expect(await assess(office, 'opinionsSettled')).toMatchObject({
      met: false,
      sentence: expect.stringContaining('待复核1条（2021-0001）'),
    });
    await office.approve(id);
    expect((await assess(office, 'opinionsSettled')).met).toBe(true);
  });

  it('lets late opinions wait until the packet', async () => {
    await office.closeConsultation();
    const { id } = await office.receive('迟到的意见。');
    expect((await assess(office, 'opinionsSettled')).met).toBe(true);
    expect((await assess(office, 'lateOpinionsSettled')).met).toBe(false);
    await office.assign(id);
    await office.dispose(id, '留作研究', { reason: '逾期，另行研究。' });
    await office.approve(id);
    expect((await assess(office, 'lateOpinionsSettled')).met).toBe(true);
  });

  it('holds the packet back while a reviewed opinion is open again', async () => {
    const { opinions } = await office.get(OpinionsQuery).page(office.compilationId, { late: false });
    const input = { opinionId: opinions[0].id, reason: '有新情况。' };
    await office.perform(reopenOpinion, input);
    expect((await assess(office, 'lateOpinionsSettled')).met).toBe(false);
  });
});

describe('the clause an opinion speaks of', () => {
  let office: ConsultationOffice;
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('is known in later versions while it stands, and the opinion is flagged once it is gone', async () => {
    const [, , , , product, service] = await office.consultedClauses();
    await office.receive('产品质量的意见。', { clauseId: product.clauseId });
    const { number } = await office.receive('服务质量的意见。', { clauseId: service.clauseId });
    const orphans = () => office.get(OpinionsQuery).orphans(office.compilationId);
    await office.closeConsultation();
    expect(await orphans()).toEqual([]);
    await importText(office, consultedText.replace('（二）提升服务质量。开展服务质量监测和评价。\n', ''));
    expect(await orphans()).toEqual([expect.objectContaining({ number, clauseLabel: '二、（二）' })]);
    await freezeDraft(office, '论证稿');
    await reopenDraft(office, '送审稿');
    expect(await orphans()).toHaveLength(1);
    const frozen = await office.get(Database).read((reader) => latestFrozen(reader, office.compilationId));
    expect(frozen?.name).toBe('论证稿');
  });
});
