import {
  closedAt,
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { openHouse } from '../../../test/support/test-house.js';
import { findUnits } from '../../directory/index.js';
import { LedgerEntry } from '../../ledger/index.js';
import { Database, sha256 } from '../../platform/index.js';
import { type Sent } from '../../engine/index.js';
import { Opinion, OpinionsQuery, receiveOpinion, splitOpinion } from '../index.js';

describe('an opinion', () => {
  let office: ConsultationOffice;
  const row = (id: string) => office.get(Database).read((reader) => reader.findOneByOrFail(Opinion, { id }));
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('is not taken before a consultation was opened', async () => {
    const house = await openHouse();
    const early = house.perform(receiveOpinion, {
      channel: '信函',
      proposer: { category: '社会公众' },
      content: '建议增加养老服务质量的内容。',
    });
    await expect(early).rejects.toMatchObject({ code: 'consultation-not-opened' });
    await house.close();
  });

  it('gets numbers without gaps, in the order of arrival', async () => {
    const numbers = [];
    for (const content of ['意见一。', '意见二。', '意见三。']) {
      numbers.push((await office.receive(content)).number);
    }
    expect(numbers).toEqual(['2021-0001', '2021-0002', '2021-0003']);
  });

  it('is anchored to a clause of the version that is consulted on', async () => {
    const [, , , , , { clauseId }] = await office.consultedClauses();
    const { id } = await office.receive('监测应当公开。', { clauseId, quotation: '质量监测和评价' });
    expect(await row(id)).toMatchObject({ clauseId, quotation: '质量监测和评价' });
  });

  it.each(['二、（一）', '二(一)', '第二章 （一）'])(
    'finds the clause by the number written: %s',
    async (clauseLabel) => {
      const [, , , , product] = await office.consultedClauses();
      const { id } = await office.register('建议。', { channel: '信函', clauseLabel });
      expect(await row(id)).toMatchObject({ clauseId: product.clauseId, clauseLabel: '二、（一）' });
    },
  );

  it('keeps a number that names no clause, or several, as it was written', async () => {
    for (const clauseLabel of ['（一）', '第九条']) {
      const { id } = await office.register('建议。', { channel: '信函', clauseLabel });
      expect(await row(id)).toMatchObject({ clauseId: null, clauseLabel });
    }
  });

  it('of a clause that is not in the version is refused', async () => {
    const wrong = office.receive('建议。', { clauseId: 'nowhere' });
    await expect(wrong).rejects.toMatchObject({ code: 'clause-unknown' });
  });

  it('sent twice with the same key is registered once', async () => {
    const first = await office.receive('只算一次。', { submissionKey: 'k-1' });
    const second = await office.receive('只算一次。', { submissionKey: 'k-1' });
    expect(second).toEqual(first);
  });

  it('keeps name and contact of a person out of the ledger and out of every list', async () => {
    const proposer = { category: '社会公众' as const, personName: '张三丰', personContact: '13800000000' };
    const { id } = await office.receive('保护隐私。', { proposer });
    expect(await row(id)).toMatchObject({ personName: '张三丰' });
    const entries = await office.get(Database).read((reader) => reader.find(LedgerEntry));
    expect(JSON.stringify(entries)).not.toMatch(/张三丰|13800000000|保护隐私/);
    const { opinions } = await office.get(OpinionsQuery).page(office.compilationId, {}, null, 500);
    expect(JSON.stringify(opinions)).not.toMatch(/张三丰|13800000000/);
  });

  it('of a unit of the roster must be of one that is there', async () => {
    const proposer = { category: '征求意见单位' as const, unitId: 'nobody' };
    await expect(office.register('建议。', { proposer })).rejects.toMatchObject({ code: 'not-found' });
    const [unit] = await office.get(Database).read(findUnits);
    const known = { category: '征求意见单位' as const, unitId: unit.id };
    await expect(office.register('建议。', { proposer: known })).resolves.toMatchObject({ late: false });
  });

  it('is dated by the secretariat alone, and never in the future', async () => {
    const receivedAt = office.clock.now() - 3_600_000;
    await expect(office.receive('信。', { receivedAt })).rejects.toMatchObject({ code: 'received-at' });
    await expect(office.register('信。', { receivedAt })).resolves.toBeDefined();
    const tomorrow = { receivedAt: office.clock.now() + 86_400_000 };
    await expect(office.register('信。', tomorrow)).rejects.toMatchObject({ code: 'received-at' });
  });

  it('that is empty or of an unknown channel is refused with every fault named', async () => {
    const bad = office.receive('  ', { channel: '飞鸽' as never });
    await expect(bad).rejects.toMatchObject({
      userMessage: expect.stringMatching(/意见内容.*飞鸽|渠道|应为网上/),
    });
  });

  it('received after the closing is kept and marked late; one posted in time and entered later is not', async () => {
    await office.closeConsultation();
    expect(await office.receive('迟到的意见。')).toMatchObject({ late: true });
    const receivedAt = Date.parse(closedAt);
    expect(await office.register('按时寄出。', { channel: '信函', receivedAt })).toMatchObject({
      late: false,
    });
  });
});

describe('a letter with several points', () => {
  let office: ConsultationOffice;
  const split = (opinionId: string, revision: number, parts: Sent<typeof splitOpinion>['parts']) =>
    office.perform(splitOpinion, { opinionId, revision, parts });
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('is split into opinions that keep where and from whom they came', async () => {
    await office.register('前一封。', { channel: '信函' });
    const proposer = { category: '企业' as const, organisation: '示例精密仪器有限公司' };
    const letter = await office.register('一是加强培训；二是降低费用。', { channel: '信函', proposer });
    await office.register('后一封。', { channel: '信函' });
    const parts = [{ content: '加强培训。', clauseLabel: '二、（一）' }, { content: '降低费用。' }];
    const { numbers } = await split(letter.id, 1, parts);
    expect(numbers).toEqual(['2021-0002-1', '2021-0002-2']);
    const { opinions } = await office.get(OpinionsQuery).page(office.compilationId);
    expect(opinions.map(({ number }) => number)).toEqual(['2021-0001', ...numbers, '2021-0003']);
    expect(opinions[1]).toMatchObject({
      parentId: letter.id,
      channel: '信函',
      organisation: '示例精密仪器有限公司',
      clauseLabel: '二、（一）',
      contentDigest: sha256('加强培训。'),
      state: 'received',
    });
  });

  it('is settled by its parts: it counts no more itself and takes no disposition', async () => {
    const { states } = await office.get(OpinionsQuery).counts(office.compilationId);
    expect(states).toMatchObject({ total: 4, unassigned: 4 });
    const { opinions } = await office.get(OpinionsQuery).page(office.compilationId);
    await expect(office.assign(opinions[1].parentId!)).rejects.toMatchObject({ code: 'step-not-offered' });
  });

  it('may be split further, the numbers going on', async () => {
    const { opinions } = await office.get(OpinionsQuery).page(office.compilationId);
    const part = opinions.find(({ number }) => number === '2021-0002-2')!;
    const { numbers } = await split(part.id, 1, [{ content: '甲。' }, { content: '乙。' }]);
    expect(numbers).toEqual(['2021-0002-3', '2021-0002-4']);
  });

  it('is not split by two people at once', async () => {
    const { id } = await office.register('两点意见。', { channel: '信函' });
    const parts = [{ content: '甲。' }, { content: '乙。' }];
    await office.assign(id);
    await expect(split(id, 1, parts)).rejects.toMatchObject({ code: 'stale-revision' });
  });
});
