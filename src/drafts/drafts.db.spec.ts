import { assess, freezeDraft, importText, reopenDraft } from '../../test/support/drafts-steps.js';
import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { Database } from '../platform/index.js';
import { type OfficialPiece, renderDocx, TemplateSet } from '../render/index.js';
import {
  confirmDraft,
  DraftsQuery,
  findClauses,
  TryDraftQuery,
  latestFrozen,
  workingRevision,
} from './index.js';

const first = `质量强国建设纲要上海实施方案（初稿）

一、总体要求
（一）指导思想。深入贯彻质量强国战略，推动高质量发展。
（二）基本原则。坚持质量第一、效益优先。
二、重点任务
（一）提升产品质量。完善产品质量安全监管体系。
（二）提升服务质量。开展服务质量监测和评价。
`;
const second = first
  .replace('（一）提升产品质量。完善产品质量安全监管体系。\n', '')
  .replace('（二）提升服务质量。开展', '（一）提升服务质量。全面开展')
  .replace('（初稿）', '（征求意见稿）');

describe('a draft', () => {
  let house: TestHouse;
  const working = () => house.get(Database).read((reader) => workingRevision(reader, house.compilationId));
  const clausesOf = (id: string) => house.get(Database).read((reader) => findClauses(reader, id));
  const byTitle = async (id: string, title: string) =>
    (await clausesOf(id)).find((clause) => clause.title === title);
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('cannot be imported before a step opens it', async () => {
    await expect(importText(house, first)).rejects.toMatchObject({ code: 'no-working-revision' });
  });

  it('is not ready before it is imported', async () => {
    await reopenDraft(house, '初稿');
    expect((await assess(house, 'draftReady', '初稿')).sentence).toContain('尚未上传');
  });

  it('is the first revision when imported into the empty version', async () => {
    const imported = await importText(house, first);
    expect(imported).toMatchObject({ name: '初稿', revision: 1, clauses: 6, added: 6, doubts: [] });
    expect((await assess(house, 'draftReady', '初稿')).met).toBe(true);
  });

  it('is frozen with a digest, and a copy of it is opened as the next version, retitled', async () => {
    await freezeDraft(house, '初稿');
    await reopenDraft(house, '征求意见稿');
    const frozen = await house.get(Database).read((reader) => latestFrozen(reader, house.compilationId));
    expect(frozen).toMatchObject({
      name: '初稿',
      revision: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await working()).toMatchObject({
      name: '征求意见稿',
      revision: 1,
      title: '质量强国建设纲要上海实施方案（征求意见稿）',
    });
  });

  it('is not ready for the next freeze while it says the same, unless somebody writes down why', async () => {
    expect((await assess(house, 'draftReady', '征求意见稿')).sentence).toContain('完全相同');
    const { id } = (await working())!;
    const input = { draftVersionId: id, unchangedReason: '未收到意见。' };
    await house.perform(confirmDraft, input);
    expect((await assess(house, 'draftReady', '征求意见稿')).met).toBe(true);
  });

  it('keeps the identity of a clause that is renumbered and reworded by an import', async () => {
    const before = await byTitle((await working())!.id, '提升服务质量');
    const imported = await importText(house, second);
    expect(imported).toMatchObject({ revision: 2, clauses: 5, removed: 1, reworded: 1 });
    const after = await byTitle(imported.draftVersionId, '提升服务质量');
    expect(after).toMatchObject({ clauseId: before!.clauseId, label: '二、（一）' });
  });

  it('shows what became of every clause between two versions', async () => {
    const versions = await house.get(DraftsQuery).versions(house.compilationId);
    const { id: frozen } = versions.find(({ state }) => state === 'frozen')!;
    const { id: now } = versions.find(({ state }) => state === 'working')!;
    const comparison = await house.get(DraftsQuery).compare(house.compilationId, frozen, now);
    expect(comparison.map(({ status }) => status)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
      'removed',
      'reworded',
    ]);
  });

  it('is previewed without being taken', async () => {
    const before = await house.get(DraftsQuery).versions(house.compilationId);
    const input = { format: 'markdown' as const, text: first };
    const { report } = await house.get(TryDraftQuery).execute(house.compilationId, input);
    expect(report).toMatchObject({ added: 1, removed: 0, reworded: 1 });
    expect(await house.get(DraftsQuery).versions(house.compilationId)).toEqual(before);
  });

  it('is read from a Word document as from text', async () => {
    const rows: OfficialPiece[] = second
      .split('\n')
      .filter((line) => line !== '')
      .map((line, index) => ({ kind: index === 0 ? 'title' : 'paragraph', text: line }));
    const properties = { title: '征求意见稿', createdAt: house.clock.now() };
    const view = { properties, head: { title: '征求意见稿' }, rows, tail: { landscape: false } };
    const chunks: Buffer[] = [];
    for await (const chunk of renderDocx(house.get(TemplateSet), 'official', view)) chunks.push(chunk);
    const taken = (bytes: Buffer) =>
      house
        .get(TryDraftQuery)
        .execute(house.compilationId, { format: 'file' }, { name: '', mediaType: '', bytes });
    const { report } = await taken(Buffer.concat(chunks));
    expect(report).toMatchObject({ clauses: 5, kept: 5, added: 0, doubts: [] });
    await expect(taken(Buffer.from('没有人能打开的文件'))).rejects.toMatchObject({
      userMessage: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
  });

  it('whose split is doubtful is frozen only after a person confirmed it', async () => {
    const gap = second.replace('二、重点任务', '三、重点任务');
    const { draftVersionId, doubts } = await importText(house, gap);
    expect(doubts).toHaveLength(1);
    expect((await assess(house, 'draftReady', '征求意见稿')).sentence).toContain('存疑');
    await house.perform(confirmDraft, { draftVersionId });
    expect((await assess(house, 'draftReady', '征求意见稿')).met).toBe(true);
  });

  it('is confirmed by who has seen the revision that now stands, nobody else', async () => {
    const [{ id: draftVersionId }] = await house.get(DraftsQuery).versions(house.compilationId);
    const confirm = house.perform(confirmDraft, { draftVersionId });
    await expect(confirm).rejects.toMatchObject({ code: 'stale-revision' });
  });

  it('without any numbered line is refused and changes nothing', async () => {
    const { id } = (await working())!;
    await expect(importText(house, '没有编号的一段话。')).rejects.toMatchObject({ code: 'no-clauses' });
    expect((await working())!.id).toBe(id);
  });

  it('that a step leads back to an earlier name keeps the edits of the one that was open', async () => {
    await freezeDraft(house, '征求意见稿');
    await reopenDraft(house, '论证稿');
    await importText(house, second.replace('全面开展', '持续开展'));
    await reopenDraft(house, '征求意见稿');
    expect(await working()).toMatchObject({ name: '征求意见稿', revision: 4 });
    expect((await byTitle((await working())!.id, '提升服务质量'))!.body).toContain('持续开展');
  });

  it('is published as it was approved, without being changed', async () => {
    await freezeDraft(house, '征求意见稿');
    await reopenDraft(house, '发布稿');
    expect((await working())!.title).toBe('质量强国建设纲要上海实施方案');
    expect((await assess(house, 'draftReady', '发布稿')).met).toBe(true);
  });
});
