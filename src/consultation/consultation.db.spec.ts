import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { assess, freezeDraft, importText, react, reopenDraft } from '../../test/support/drafts-steps.js';
import { consultedText, noticeInput } from '../../test/support/consultation-office.js';
import { rescheduleDeadlines } from '../compilation/index.js';
import { acceptObligations, findObligations, type StandingObligation } from '../obligations/index.js';
import { Mail } from '../outbox/index.js';
import { type Actor } from '../platform/index.js';
import {
  countConsultedUnits,
  FeedbackQuery,
  latestPublishedNotice,
  OpinionsQuery,
  prepareNotice,
  receiveOpinion,
  submitReply,
  UnitSummaryQuery,
} from './index.js';

const issueReplies = (house: TestHouse) =>
  react(house, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
const mails = (house: TestHouse, template: string): Promise<Mail[]> =>
  house.database.read((reader) => reader.findBy(Mail, { template }));
const notice = (house: TestHouse) =>
  house.database.read((reader) => latestPublishedNotice(reader, house.compilationId));

async function prepared(startsAt: string): Promise<TestHouse> {
  const house = await openHouse('2021-08-20T09:00:00+08:00');
  await reopenDraft(house, '征求意见稿');
  await importText(house, consultedText);
  await freezeDraft(house, '征求意见稿');
  house.clock.moveTo(Date.parse(startsAt));
  return house;
}
const writeNotice = (house: TestHouse, more: object = {}) =>
  house.perform(prepareNotice, { ...noticeInput, explanation: '说明。', ...more });
const moveTogether = (house: TestHouse, days: Record<string, string>) =>
  house.perform(rescheduleDeadlines, {
    reason: '调整期限',
    deadlines: Object.fromEntries(
      Object.entries(days).map(([key, date]) => [key, { kind: 'onOrBefore' as const, date }]),
    ),
  });
const moveClosing = (house: TestHouse, date: string) => moveTogether(house, { consultationCloses: date });

describe('the notice of a consultation', () => {
  it('is ready when it has title, explanation, a way to submit, and a frozen draft', async () => {
    const house = await openHouse('2021-08-31T09:00:00+08:00');
    const missing = async () => (await assess(house, 'consultationNoticeReady')).facts.missing;
    expect(await missing()).toEqual(['公告标题', '说明', '意见提交方式', '征求意见稿']);
    await writeNotice(house, { explanation: '' });
    expect(await missing()).toEqual(['说明', '征求意见稿']);
    await writeNotice(house);
    await reopenDraft(house, '征求意见稿');
    await importText(house, consultedText);
    await freezeDraft(house, '征求意见稿');
    expect((await assess(house, 'consultationNoticeReady')).met).toBe(true);
    await house.close();
  });

  it('lets it be opened on 31 August for thirty days, but not on 2 September with the same end', async () => {
    const house = await prepared('2021-08-31T09:00:00+08:00');
    await writeNotice(house);
    expect(await assess(house, 'consultationPeriodLongEnough')).toMatchObject({
      met: true,
      facts: { calendarDays: 30 },
    });
    house.clock.moveTo(Date.parse('2021-09-02T09:00:00+08:00'));
    expect(await assess(house, 'consultationPeriodLongEnough')).toMatchObject({
      met: false,
      facts: { calendarDays: 28, earliestClosing: '2021年10月8日' },
    });
    await house.close();
  });

  it('may be shorter when the notice says why', async () => {
    const house = await prepared('2021-09-02T09:00:00+08:00');
    await writeNotice(house, { shortReason: '上级要求九月底前完成。' });
    const assessed = await assess(house, 'consultationPeriodLongEnough');
    expect(assessed).toMatchObject({ met: true, sentence: expect.stringContaining('公告已说明原因') });
    await house.close();
  });

  it('of thirty days that end on a holiday needs the working day after it', async () => {
    const house = await prepared('2021-09-01T09:00:00+08:00');
    await writeNotice(house);
    await moveClosing(house, '2021-10-01');
    expect(await assess(house, 'consultationPeriodLongEnough')).toMatchObject({
      met: true,
      facts: { closesOn: '2021年10月8日', calendarDays: 37 },
    });
    await house.close();
  });
});

describe('an open consultation', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await prepared('2021-08-31T09:00:00+08:00');
    await writeNotice(house);
    await issueReplies(house);
    await react(house, 'openConsultation');
  });
  afterAll(() => house.close());

  it('is published with its draft, opening day and closing instant', async () => {
    expect(await notice(house)).toMatchObject({
      round: 1,
      openedOn: '2021-08-31',
      closesAt: Date.parse('2021-09-30T23:59:59.999+08:00'),
      closedAt: null,
    });
  });

  it('is told to the liaison of every unit, with what the unit owes', async () => {
    const [mail, ...others] = await mails(house, 'consultation-opened');
    const replies = await house.database.read((reader) =>
      findObligations(reader, house.compilationId, { kind: 'reply' }),
    );
    expect(others).toHaveLength(replies.length - 1);
    expect(mail).toMatchObject({
      about: replies[0].id,
      view: { consultation: { periodText: '30日', openedOnText: '2021年8月31日' } },
    });
  });

  it('does not close before its time', async () => {
    const last = Date.parse('2021-09-30T23:59:59.999+08:00');
    house.clock.moveTo(last);
    expect((await assess(house, 'consultationPeriodOver')).met).toBe(false);
    house.clock.moveTo(last + 1);
    expect((await assess(house, 'consultationPeriodOver')).met).toBe(true);
    house.clock.moveTo(Date.parse('2021-09-01T09:00:00+08:00'));
  });

  it('is never cut short once it was announced', async () => {
    await expect(moveClosing(house, '2021-09-15')).rejects.toMatchObject({ code: 'period-not-shortened' });
  });

  it('ends later when it is extended, and the period counts from the day it was opened', async () => {
    await moveClosing(house, '2021-10-12');
    await react(house, 'announceExtension');
    expect(await notice(house)).toMatchObject({ closesAt: Date.parse('2021-10-12T23:59:59.999+08:00') });
    const { facts } = await assess(house, 'consultationPeriodLongEnough');
    expect(facts).toMatchObject({ opensOn: '2021年8月31日', calendarDays: 42 });
  });

  it('once closed prepares the next round as a notice of its own', async () => {
    house.clock.moveTo(Date.parse('2021-10-13T09:00:00+08:00'));
    await react(house, 'closeConsultation');
    expect(await writeNotice(house)).toMatchObject({ round: 2 });
    const later = {
      appraisalDraftDue: '2021-12-01',
      expertMeeting: '2021-12-08',
      reviewDraftDue: '2021-12-09',
    };
    await moveTogether(house, {
      ...{
        consultationCloses: '2021-11-30',
        ...later,
        legalityReviewEnds: '2021-12-20',
        plenary: '2021-12-22',
      },
      ...{ approvalDraftDue: '2021-12-24', packetDue: '2021-12-27' },
    });
    expect(await notice(house)).toMatchObject({
      round: 1,
      closesAt: Date.parse('2021-10-12T23:59:59.999+08:00'),
    });
  });
});

describe("a unit's reply", () => {
  let house: TestHouse;
  let owed: StandingObligation[];
  const reply = (index: number, input: object, actor?: Actor) => {
    const { id, unitId } = owed[index];
    const by = actor ?? { kind: 'unit' as const, id: unitId };
    return house.perform(submitReply, { obligationId: id, ...input }, by);
  };
  const state = async (index: number) => {
    const ids = [owed[index].id];
    return (await house.database.read((reader) => findObligations(reader, house.compilationId, { ids })))[0]
      .state;
  };
  beforeAll(async () => {
    house = await prepared('2021-08-31T09:00:00+08:00');
    await writeNotice(house);
    await issueReplies(house);
    await react(house, 'openConsultation');
    owed = await house.database.read((reader) =>
      findObligations(reader, house.compilationId, { kind: 'reply' }),
    );
  });
  afterAll(() => house.close());

  it('of no opinion is an answer and gets a receipt that says so', async () => {
    await reply(0, { noOpinion: true });
    expect(await state(0)).toBe('submitted');
    const [receipt] = await mails(house, 'receipt');
    expect(JSON.stringify(receipt.view)).toContain('无意见');
  });

  it('puts its opinions on the register under the name of the unit', async () => {
    const points = [{ content: '建议补充指标。', clauseLabel: '二、（一）' }, { content: '建议明确责任。' }];
    expect(await reply(1, { opinions: points })).toEqual({ numbers: ['2021-0001', '2021-0002'] });
    const { opinions } = await house.get(OpinionsQuery).page(house.compilationId);
    expect(opinions[0]).toMatchObject({
      unitId: owed[1].unitId,
      channel: '书面复函',
      obligationId: owed[1].id,
    });
  });

  it('that is empty, or says both, is refused', async () => {
    await expect(reply(2, {})).rejects.toMatchObject({ code: 'reply-empty' });
    const both = reply(2, { noOpinion: true, opinions: [{ content: '有意见。' }] });
    await expect(both).rejects.toMatchObject({ code: 'reply-contradicts' });
  });

  it('is of the unit alone that owes it', async () => {
    const stranger = reply(3, { noOpinion: true }, { kind: 'unit', id: owed[4].unitId });
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' });
  });

  it('counts among the four numbers below the table', async () => {
    await house.perform(acceptObligations, { ids: [owed[0].id, owed[1].id] });
    const counts = await house.database.read((reader) => countConsultedUnits(reader, house.compilationId));
    const consultedUnits = owed.length;
    expect(counts).toEqual({
      consultedUnits,
      repliedUnits: 2,
      unitsWithOpinions: 1,
      silentUnits: consultedUnits - 2,
    });
    const rows = await house.get(UnitSummaryQuery).rows(house.compilationId);
    const rowOf = (index: number) => rows.find((row) => row.unitId === owed[index].unitId);
    expect(rowOf(0)).toMatchObject({ reply: '无意见', opinions: 0 });
    expect(rowOf(1)).toMatchObject({ reply: '有意见', opinions: 2, open: 2 });
    expect(rowOf(2)).toMatchObject({ reply: '未回函' });
  });

  it('with opinions is answered by the feedback, which goes to no silent unit', async () => {
    await react(house, 'publishFeedback');
    const sent = await mails(house, 'feedback-published');
    expect(sent).toHaveLength(1);
    expect(sent[0].view).toMatchObject({ feedback: { total: 0 } });
    const { text } = await house.get(FeedbackQuery).latest(house.compilationId);
    expect(text).toContain(`书面征求${owed.length}家单位意见，2家单位回函，其中1家提出意见`);
    expect(text).toContain('未收到社会公众的意见反馈');
  });
});

describe('the feedback on opinions', () => {
  it('is wanted before publication, and exists even when nobody said anything', async () => {
    const house = await prepared('2021-08-31T09:00:00+08:00');
    await writeNotice(house);
    await react(house, 'openConsultation');
    expect((await assess(house, 'feedbackPublished')).met).toBe(false);
    await react(house, 'publishFeedback');
    expect((await assess(house, 'feedbackPublished')).met).toBe(true);
    const { text } = await house.get(FeedbackQuery).latest(house.compilationId);
    expect(text).toContain('未收到意见反馈。');
    await house.close();
  });

  it('counts by channel and by disposition, and holds nobody’s name', async () => {
    const house = await prepared('2021-08-31T09:00:00+08:00');
    await writeNotice(house);
    await react(house, 'openConsultation');
    const proposer = { category: '社会公众' as const, personName: '李小明' };
    for (const channel of ['网上', '网上', '信函'] as const) {
      const opinion = { channel, proposer, content: '建议。' };
      await house.perform(receiveOpinion, opinion);
    }
    await react(house, 'publishFeedback');
    const feedback = await house.get(FeedbackQuery).latest(house.compilationId);
    expect(feedback.text).toMatch(/通过网上收到意见2条。\n通过信函收到意见1条。/);
    expect(JSON.stringify(feedback)).not.toContain('李小明');
    const chunks: Buffer[] = [];
    for await (const chunk of await house.get(FeedbackQuery).render(house.compilationId, 'html'))
      chunks.push(chunk);
    const page = Buffer.concat(chunks).toString();
    expect(page).toContain('<h2>二、意见采纳情况</h2>');
    expect(page).toMatch(/class="signature">上海市质量工作领导小组办公室<br>2021年8月31日/);
    await house.close();
  });
});
