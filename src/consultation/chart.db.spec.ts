import { consultedText, noticeInput, publicActor } from '../../test/support/consultation-office.js';
import { MaterialsOffice } from '../../test/support/materials-office.js';
import { importText } from '../../test/support/drafts-steps.js';
import { keptScan } from '../../test/support/scan.js';
import { reviewer, secretary, type TestHouse } from '../../test/support/test-house.js';
import { advanceCompilation, CompilationQuery, recordProcedure } from '../compilation/index.js';
import { Mail } from '../outbox/index.js';
import { DraftsQuery } from '../drafts/index.js';
import { ActRunner } from '../engine/index.js';
import { logVisit } from '../materials/index.js';
import { findObligations, waiveObligations } from '../obligations/index.js';
import {
  assignOpinions,
  disposeOpinion,
  ExtendConsultationUseCase,
  FeedbackQuery,
  latestPublishedNotice,
  OpinionsQuery,
  prepareNotice,
  receiveOpinion,
  approveDispositions,
} from './index.js';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('a consultation, step by step on the chart', () => {
  let house: TestHouse;
  let id: string;
  const advance = (event: string, reason?: string) =>
    house
      .get(ActRunner)
      .perform(advanceCompilation, { compilationId: id, actor: secretary }, { event, reason });
  const state = async () => (await house.get(CompilationQuery).status(id)).state;
  const receive = (content: string) =>
    house.perform(
      receiveOpinion,
      { channel: '网上', proposer: { category: '社会公众' }, content },
      publicActor,
    );
  const replies = () => house.database.read((reader) => findObligations(reader, id, { kind: 'reply' }));
  const waive = async (owed: { id: string }[]) => {
    const waiver = { ids: owed.map((one) => one.id), reason: '测试', approver: '秘书处负责人' };
    await house.get(ActRunner).perform(waiveObligations, { compilationId: id, actor: secretary }, waiver);
  };
  const notice = () => house.database.read((reader) => latestPublishedNotice(reader, id));

  beforeAll(async () => {
    ({ house } = await MaterialsOffice.open());
    id = house.compilationId;
    await waive(await house.database.read((reader) => findObligations(reader, id, { kind: 'material' })));
    await advance('closeMaterials');
    house.clock.moveTo(at('2021-08-20T09:00:00'));
    await importText(house, consultedText.replace('（征求意见稿）', '（初稿）').replace('评价。', '评估。'));
    const evaluation = { title: '实施成效评估', conclusion: '已完成', completedOn: '2021-08-10' };
    const scan = await keptScan(house);
    await house
      .get(ActRunner)
      .perform(
        recordProcedure,
        { compilationId: id, actor: secretary },
        { kind: 'evaluation', content: evaluation, fileDigest: scan },
      );
    await advance('completeFirstDraft');
    for (const kind of ['industry', 'district', 'enterprise'] as const) {
      const visit = { kind, place: '上海', visitedOn: '2021-08-19', hosts: ['示例单位'], findings: '发现。' };
      await house.get(ActRunner).perform(logVisit, { compilationId: id, actor: secretary }, visit);
    }
    await importText(house, consultedText);
    await advance('completeConsultationDraft');
    house.clock.moveTo(at('2021-08-31T09:00:00'));
  });
  afterAll(() => house.close());

  it('is not opened without a notice, and with one it is told to every unit', async () => {
    await expect(advance('openConsultation')).rejects.toMatchObject({ code: 'gate-not-met' });
    await house.perform(prepareNotice, noticeInput);
    const order = { until: '2021-10-12', reason: '尚未公开就想延长' };
    const early = house.get(ExtendConsultationUseCase).execute(id, secretary, order);
    await expect(early).rejects.toMatchObject({ code: 'step-not-offered' });
    await advance('openConsultation');
    expect(await notice()).toMatchObject({ closesAt: at('2021-09-30T23:59:59.999') });
    const [, ...owed] = await replies();
    expect(owed.length).toBeGreaterThan(100);
    // All but one, or weeks of reminders to every unit would be sent below.
    await waive(owed);
  });

  it('is extended with a reason: its timer follows, and no earlier day closes it', async () => {
    const extend = house.get(ExtendConsultationUseCase);
    await expect(extend.execute(id, secretary, { until: '2021-10-12', reason: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const announced = await notice();
    for (const until of ['2021-09-30', '2021-09-29']) {
      await expect(extend.execute(id, secretary, { until, reason: '不晚于现截止日' })).rejects.toMatchObject({
        status: 409,
      });
    }
    // Without a day there is nothing to announce, by whichever door it is asked for.
    await expect(advance('extendConsultation', '只有事由')).rejects.toMatchObject({
      code: 'gate-not-met',
      userMessage: expect.stringContaining('没有新的截止日，仍为2021年9月30日 24:00'),
    });
    expect(await notice()).toEqual(announced);
    await extend.execute(id, secretary, { until: '2021-10-12', reason: '应多家单位要求' });
    expect(await notice()).toMatchObject({
      closesAt: at('2021-10-12T23:59:59.999'),
      extensionReason: '应多家单位要求',
    });
    await expect(advance('closeConsultation')).rejects.toMatchObject({ code: 'gate-not-met' });
  });

  it('whose extension is told once to whoever was asked and not let off, with the latest day', async () => {
    const told = () =>
      house.database.read((reader) => reader.findBy(Mail, { template: 'consultation-extended' }));
    expect((await told()).map(({ state }) => state)).toEqual(['queued']);
    const later = { until: '2021-10-13', reason: '更正截止日' };
    await house.get(ExtendConsultationUseCase).execute(id, secretary, later);
    await house.moveTo('2021-08-31T09:15:00+08:00');
    const mails = await told();
    expect(mails.map(({ state }) => state)).toEqual(['lapsed', 'sent']);
    expect(mails[1].view).toMatchObject({
      consultation: { previousClosesText: '2021年9月30日 24:00', closesText: '2021年10月13日 24:00' },
      deadline: { nominalText: expect.stringContaining('9月20日') as string },
    });
    expect(mails[1].event).not.toBeNull();
  });

  it('whose extension is refused keeps its closing day', async () => {
    const early = house.get(ExtendConsultationUseCase).execute(id, secretary, {
      until: '2021-09-15',
      reason: '想提前结束',
    });
    await expect(early).rejects.toMatchObject({ code: 'period-not-shortened' });
    expect(await notice()).toMatchObject({ closesAt: at('2021-10-13T23:59:59.999') });
  });

  it('is closed by its timer, and what comes afterwards is late', async () => {
    const { late } = await receive('按期的意见。');
    expect(late).toBe(false);
    await house.moveTo('2021-10-13T23:59:59.999+08:00');
    expect(await state()).toBe('consulting.publicConsultation.open');
    await house.moveTo('2021-10-14T09:00:00+08:00');
    expect(await state()).toBe('consulting.publicConsultation.disposing');
    expect(await notice()).toMatchObject({ closedAt: at('2021-10-14T00:00:00') });
    expect((await receive('迟到的意见。')).late).toBe(true);
  });

  it('is answered by the 论证稿 only when every opinion in time is settled; then the feedback is published', async () => {
    await importText(house, consultedText.replace('评价。', '评价并公开结果。'));
    await expect(advance('completeAppraisalDraft')).rejects.toMatchObject({ code: 'gate-not-met' });
    const { opinions } = await house.get(OpinionsQuery).page(id, { late: false });
    const [{ id: opinionId }] = opinions;
    const order = { opinionIds: [opinionId], handler: 'office-1' };
    await house.perform(assignOpinions, order);
    const versions = await house.get(DraftsQuery).versions(id);
    const { clauses } = await house.get(DraftsQuery).view(id, versions.at(-1)!.id);
    const adopt = {
      opinionId,
      revision: 2,
      disposition: '采纳' as const,
      changedClauseId: clauses[5].clauseId,
    };
    await house.perform(disposeOpinion, adopt);
    await house.perform(approveDispositions, { opinionIds: [opinionId] }, reviewer);
    await advance('completeAppraisalDraft');
    expect(await state()).toBe('consulting.expertReview.preparing');
    const { text } = await house.get(FeedbackQuery).latest(id);
    expect(text).toContain('共收到意见1条，其中采纳1条');
    expect(text).toContain('另有征求意见期限届满后收到的意见1条');
    expect((await replies())[0].state).toBe('unanswered');
  });
});
