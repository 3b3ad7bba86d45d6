import { type Sent } from '../engine/index.js';
import { assess, freezeDraft, importText, reopenDraft } from '../../test/support/drafts-steps.js';
import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { Database } from '../platform/index.js';
import {
  changeBasisStatus,
  closeRealignment,
  registerBasis,
  BasisTextQuery,
  type Clause,
  DraftsQuery,
  editClause,
  findClauses,
  traceClauses,
  workingRevision,
} from './index.js';

const text = `质量强国建设纲要上海实施方案（初稿）

一、总体要求
（一）指导思想。深入贯彻质量强国战略，推动高质量发展。
（二）基本原则。坚持质量第一、效益优先。
`;

describe('a working revision', () => {
  let house: TestHouse;
  const clauses = (): Promise<Clause[]> =>
    house.get(Database).read(async (reader) => {
      const working = await workingRevision(reader, house.compilationId);
      return findClauses(reader, working!.id);
    });
  const edit = (input: Sent<typeof editClause>) => house.perform(editClause, input);
  beforeAll(async () => {
    house = await openHouse();
    await reopenDraft(house, '初稿');
    await importText(house, text);
  });
  afterAll(() => house.close());

  it('takes a new wording of a clause, with its items and responsibilities', async () => {
    const [, { clauseId }] = await clauses();
    const wording = '深入贯彻质量强国战略。（责任单位：市市场监管局、市发展改革委）\n--突出重点；';
    await edit({ clauseId, revision: 1, title: '指导思想', text: wording });
    expect((await clauses())[1]).toMatchObject({
      runIn: true,
      items: [{ mark: '--', text: '突出重点；', afterPassage: 1 }],
      responsibilities: [{ lead: ['市市场监管局', '市发展改革委'] }],
      revision: 2,
    });
  });

  it('does not let a second person write over what the first has changed', async () => {
    const [, { clauseId }] = await clauses();
    const stale = edit({ clauseId, revision: 1, title: '指导思想', text: '另一种写法。' });
    const current = { revision: 2, fields: { title: '指导思想' } };
    await expect(stale).rejects.toMatchObject({ code: 'stale-revision', current });
  });

  it('refuses a wording that holds the number of another clause', async () => {
    const [, { clauseId, revision }] = await clauses();
    const numbered = edit({ clauseId, revision, title: '指导思想', text: '（三）保障措施。加强领导。' });
    await expect(numbered).rejects.toMatchObject({ code: 'numbered-line' });
  });

  it('shows the clauses that name no source until they do, and keeps the source in later versions', async () => {
    expect((await assess(house, 'materialsTraced')).facts).toMatchObject({ clauses: 2, untraced: 2 });
    const traces = (await clauses())
      .slice(1)
      .map(({ clauseId }) => ({ clauseId, sourceKind: 'expertPoint' as const, sourceId: 'p-1' }));
    await house.perform(traceClauses, { traces });
    expect((await assess(house, 'materialsTraced')).met).toBe(true);
    await freezeDraft(house, '初稿');
    await reopenDraft(house, '征求意见稿');
    const versions = await house.get(DraftsQuery).versions(house.compilationId);
    const view = await house.get(DraftsQuery).view(house.compilationId, versions.at(-1)!.id);
    expect(view.clauses[2].traces).toEqual([{ sourceKind: 'expertPoint', sourceId: 'p-1' }]);
  });

  it('gives both parts of a split clause the sources of the whole', async () => {
    const whole = '坚持质量第一、效益优先，推动经济发展质量变革、效率变革、动力变革';
    const rest = '树立质量法治观念，增强全员质量意识，营造人人关心质量的社会氛围';
    const before = text.replace('坚持质量第一、效益优先', `${whole}。${rest}`);
    await importText(house, before);
    await importText(house, before.replace(`${whole}。${rest}`, whole) + `（三）质量意识。${rest}。\n`);
    const versions = await house.get(DraftsQuery).versions(house.compilationId);
    const view = await house.get(DraftsQuery).view(house.compilationId, versions.at(-1)!.id);
    expect(view.clauses.slice(2).map((clause) => clause.traces.length)).toEqual([1, 1]);
  });

  it('points out a short name that is defined and then used nowhere', async () => {
    const [, , { clauseId, revision, draftVersionId }] = await clauses();
    const wording = '坚持质量第一。市质量工作领导小组办公室（以下简称“市质量办”）牵头。';
    await edit({ clauseId, revision, title: '基本原则', text: wording });
    const { shortNames } = await house.get(DraftsQuery).view(house.compilationId, draftVersionId);
    expect(shortNames).toMatchObject([{ kind: 'unused', shortName: '市质量办', label: '一、（二）' }]);
  });
});

describe('clauses that become one', () => {
  it('leave their sources to it', async () => {
    const house = await openHouse();
    await reopenDraft(house, '初稿');
    const one = '坚持质量第一、效益优先，推动经济发展质量变革、效率变革、动力变革';
    const other = '树立质量法治观念，增强全员质量意识，营造人人关心质量的社会氛围';
    const { draftVersionId } = await importText(
      house,
      `一、原则\n（一）第一。${one}。\n（二）法治。${other}。\n`,
    );
    const query = house.get(DraftsQuery);
    const { clauses } = await query.view(house.compilationId, draftVersionId);
    const traces = clauses.slice(1).map(({ clauseId }, index) => ({
      clauseId,
      sourceKind: 'expertPoint' as const,
      sourceId: `p-${index}`,
    }));
    await house.perform(traceClauses, { traces });
    const merged = await importText(house, `一、原则\n（一）第一。${one}。${other}。\n`);
    const after = await query.view(house.compilationId, merged.draftVersionId);
    expect(after.clauses[1].traces.map(({ sourceId }) => sourceId).sort()).toEqual(['p-0', 'p-1']);
    await house.close();
  });
});

describe('a basis document', () => {
  let house: TestHouse;
  const publish = { key: 'national-quality-outline', status: '已发布' as const, issuedOn: '2021-09-01' };
  beforeAll(async () => {
    house = await openHouse('2021-09-02T09:00:00+08:00');
  });
  afterAll(() => house.close());

  it('of the seeds is registered, the national outline as not yet published', async () => {
    const { documents } = await house.get(DraftsQuery).basis(house.compilationId);
    expect(documents.find(({ key }) => key === publish.key)).toMatchObject({ status: '未发布' });
    expect(documents.length).toBeGreaterThanOrEqual(13);
  });

  it('that stands above this plan opens a task from the start: the five-year plans of the State and the city', async () => {
    const { tasks } = await house.get(DraftsQuery).basis(house.compilationId);
    expect(tasks.map(({ title, closedAt }) => [title, closedAt])).toEqual([
      ['与《中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要》对照', null],
      ['与《上海市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》对照', null],
    ]);
  });

  it('that is shipped can be read, the notice with its annex of research topics', async () => {
    const texts = house.get(BasisTextQuery);
    const { title, bytes } = await texts.text(house.compilationId, 'compilation-notice');
    expect(title).toContain('编制工作的通知');
    expect(bytes.toString()).toContain('附件：质量强国建设纲要上海实施方案研究课题目录');
    for (const key of ['national-quality-outline', 'unknown']) {
      await expect(texts.text(house.compilationId, key)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('names no file outside of those that are shipped', async () => {
    const document = { title: '文件', documentNumber: null, issuedOn: null, status: '已发布' as const };
    const register = (file: string) =>
      house.perform(registerBasis, { documents: [{ ...document, key: 'other', file }] });
    for (const file of ['../index.json', '/etc/passwd', 'a/b.txt', 'index.json']) {
      await expect(register(file)).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('opens a task to compare the draft with it when it is published', async () => {
    expect((await assess(house, 'basisAligned')).sentence).not.toContain('与《质量强国建设纲要》对照');
    await house.perform(changeBasisStatus, publish);
    expect((await assess(house, 'basisAligned')).sentence).toContain('与《质量强国建设纲要》对照');
  });

  it('does not return to an earlier status', async () => {
    const back = house.perform(changeBasisStatus, { ...publish, status: '未发布' });
    await expect(back).rejects.toMatchObject({ code: 'status-order' });
  });

  it('is aligned again only when the comparison has a result', async () => {
    const { tasks } = await house.get(DraftsQuery).basis(house.compilationId);
    const close = (taskId: string, result: string) => house.perform(closeRealignment, { taskId, result });
    await expect(close(tasks[0].id, ' ')).rejects.toMatchObject({ code: 'invalid-input' });
    for (const { id } of tasks) {
      expect((await assess(house, 'basisAligned')).met).toBe(false);
      await close(id, '目标指标一致，补充三处提法。');
    }
    expect((await assess(house, 'basisAligned')).met).toBe(true);
  });
});
