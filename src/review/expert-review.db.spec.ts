import { ReviewOffice, png } from '../../test/support/review-office.js';
import { Database } from '../platform/index.js';
import { clausesFrom, workingRevision } from '../drafts/index.js';
import { type MeetingView } from './index.js';

const unmet = (requirement: string) => ({
  code: 'gate-not-met',
  unmet: expect.arrayContaining([expect.objectContaining({ requirement })]),
});

describe('the expert review', () => {
  let office: ReviewOffice;
  beforeAll(async () => {
    office = await ReviewOffice.open();
  });
  beforeEach(() => office.beforeExperts());
  afterAll(() => office.close());

  const declareAll = async ({ invitees }: MeetingView) => {
    for (const { id } of invitees) await office.declare(id);
  };

  it('is not convened before a meeting with three experts is arranged', async () => {
    await expect(office.advance('conveneExpertReview')).rejects.toMatchObject(unmet('expertMeetingArranged'));
    await office.arrangeExperts({}, 2);
    await expect(office.advance('conveneExpertReview')).rejects.toThrow('不足3名');
    await office.arrangeExperts({}, 3);
    expect((await office.advance('conveneExpertReview')).state).toBe('consulting.expertReview.convened');
  });

  it('is not convened for a meeting whose day has passed', async () => {
    await office.arrangeExperts();
    await office.house.moveTo('2021-10-21T09:00:00+08:00');
    await expect(office.advance('conveneExpertReview')).rejects.toMatchObject(unmet('expertMeetingArranged'));
  });

  it('fixes the revision that is discussed when it is convened', async () => {
    const meeting = await office.convene();
    expect(meeting.materialsSentAt).toBe(office.house.clock.now());
    expect(meeting.draftVersionId).not.toBeNull();
  });

  it('passes only when it was held and concluded 通过 or 修改后通过', async () => {
    const meeting = await office.convene();
    await expect(office.advance('passExpertReview')).rejects.toMatchObject(unmet('expertMeetingHeld'));
    await office.house.moveTo('2021-10-20T12:00:00+08:00');
    await office.attend(meeting.id, meeting.invitees);
    await expect(office.advance('passExpertReview')).rejects.toThrow('尚未登记论证结论');
    await office.opine(meeting.invitees, '修改后通过');
    await office.conclude(meeting.id, '重新论证', { differenceReason: '论证依据尚不充分。' });
    await expect(office.advance('passExpertReview')).rejects.toMatchObject(unmet('expertConclusionPasses'));
    await office.conclude(meeting.id, '修改后通过', { reason: '录入有误' });
    await expect(office.advance('requireSecondReview')).rejects.toMatchObject(
      unmet('expertConclusionRepeats'),
    );
    expect((await office.advance('passExpertReview')).state).toBe('consulting.expertReview.revising');
  });

  it('lets the review draft through when all have declared and signed and each point is answered', async () => {
    const meeting = await office.hold();
    const latecomer = meeting.invitees[3];
    const punctual = meeting.invitees.slice(0, 3);
    await office.attend(meeting.id, punctual, '一名专家尚未签到');
    await office.opine(punctual, '修改后通过');
    await office.conclude(meeting.id, '修改后通过');
    await office.attend(meeting.id, meeting.invitees, '补记一名到会专家');
    await office.advance('passExpertReview');
    const { clauseId } = await office.reviseDraft('到2025年，质量强市建设取得决定性进展。');
    await expect(office.advance('completeReviewDraft')).rejects.toMatchObject(unmet('conflictsDeclared'));
    await expect(office.advance('completeReviewDraft')).rejects.toThrow('专家D');
    await office.declare(latecomer.id);
    await expect(office.advance('completeReviewDraft')).rejects.toMatchObject(unmet('expertOpinionsSigned'));
    await office.write(latecomer.id);
    await office.signOnPaper(latecomer.id, png);
    await expect(office.advance('completeReviewDraft')).rejects.toThrow('尚未登记专家意见');
    const point = await office.file({ kind: 'expert', clauseId, content: '目标应当量化' });
    await expect(office.advance('completeReviewDraft')).rejects.toThrow('（二）主要目标：目标应当量化');
    await office.answer(point.id, { answer: 'changed', clauseId, text: '已改为决定性进展。' });
    expect((await office.advance('completeReviewDraft')).state).toBe('deliberating.plenary.preparing');
  });

  it('asks no signature of an expert who was absent or recused', async () => {
    const meeting = await office.hold(5);
    const [first, second, third, fourth, fifth] = meeting.invitees;
    await office.attend(meeting.id, [first, second, third, fourth], '一名专家缺席');
    await office.opine([first, second, third], '通过');
    await office.declare(fourth.id, { conflict: 'direct', note: '所在单位承担课题' });
    await office.conclude(meeting.id, '通过');
    await office.advance('passExpertReview');
    await office.reviseDraft('到2025年，质量强市建设取得决定性进展。');
    expect(fifth.present).toBe(true);
    expect((await office.advance('completeReviewDraft')).state).toBe('deliberating.plenary.preparing');
  });

  it('keeps the answered point as a source of the clause that was changed', async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '通过');
    await office.conclude(meeting.id, '通过');
    const point = await office.file({ kind: 'expert', content: '目标应当量化' });
    await expect(office.answer(point.id, { answer: 'unchanged', text: '不改。' })).rejects.toMatchObject({
      code: 'not-at-this-step',
    });
    await office.advance('passExpertReview');
    const { clauseId } = await office.reviseDraft('到2025年，取得决定性进展。');
    const changed = () =>
      office.house.get(Database).read(async (reader) => {
        const working = await workingRevision(reader, office.house.compilationId);
        return clausesFrom(reader, working!.id, { sourceKind: 'expertPoint', sourceId: point.id });
      });
    await office.answer(point.id, { answer: 'changed', clauseId, text: '已修改。' });
    expect(await changed()).toMatchObject([{ clauseId }]);
    await office.answer(point.id, { answer: 'unchanged', text: '经研究不改。' });
    expect(await changed()).toEqual([]);
  });

  it('refuses an answer that names no clause of the working revision', async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '通过');
    await office.conclude(meeting.id, '通过');
    const point = await office.file({ kind: 'expert', content: '目标应当量化' });
    await office.advance('passExpertReview');
    const changed = { answer: 'changed' as const, text: '已修改。' };
    await expect(office.answer(point.id, changed)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(office.answer(point.id, { ...changed, clauseId: 'no-such' })).rejects.toMatchObject({
      code: 'clause-not-in-working-revision',
    });
  });

  it('begins again with a meeting of its own when the experts ask for a second review', async () => {
    const first = await office.hold();
    await declareAll(first);
    await office.conclude(first.id, '重新论证');
    const point = await office.file({ kind: 'expert', content: '目标应当量化' });
    await office.advance('requireSecondReview');
    await office.reviseDraft('到2025年，质量强市建设取得决定性进展。');
    await expect(office.advance('completeReworkedAppraisalDraft')).rejects.toMatchObject(
      unmet('expertPointsAnswered'),
    );
    await office.answer(point.id, { answer: 'unchanged', text: '已在第（三）条体现。' });
    await office.advance('completeReworkedAppraisalDraft');
    await expect(office.advance('conveneExpertReview')).rejects.toMatchObject(unmet('expertMeetingArranged'));
    const second = await office.arrangeExperts({ date: '2021-10-29' });
    expect(second.round).toBe(office.round + 2);
    await office.advance('conveneExpertReview');
    await expect(office.advance('passExpertReview')).rejects.toMatchObject(unmet('expertMeetingHeld'));
    await expect(office.conclude(first.id, '通过')).rejects.toMatchObject({ code: 'meeting-round-over' });
    await expect(office.answer(point.id, { answer: 'unchanged', text: '改。' })).rejects.toMatchObject({
      code: 'point-round-over',
    });
  });
});
