import { editClause, findClauses, workingRevision } from '../drafts/index.js';
import { readChain } from '../ledger/index.js';
import { Database } from '../platform/index.js';
import { ReviewOffice } from '../../test/support/review-office.js';
import {
  type MeetingView,
  ReviewQuery,
  setMeetingRule,
  withdrawAttendance,
  withdrawConclusion,
  withdrawPoint,
  withdrawAnswer,
} from './index.js';

const headStatement = '原则同意，请按会议意见修改。';
const reason = { reason: '登记有误' };

let office: ReviewOffice;
beforeAll(async () => {
  office = await ReviewOffice.open();
});
afterAll(() => office.close());

const acts = { attendance: withdrawAttendance, conclusion: withdrawConclusion };
const withdraw = (what: 'attendance' | 'conclusion', meetingId: string, input = reason) =>
  office.house.perform(acts[what], { meetingId, ...input });
const lastEntry = async () => {
  const { house } = office;
  const entries = await house.get(Database).read(async (reader) => {
    const found = [];
    for await (const entry of readChain(reader, house.compilationId)) found.push(entry);
    return found;
  });
  return entries.at(-1)!;
};

describe('a conclusion of the experts is weighed at the step', () => {
  beforeEach(() => office.beforeExperts());

  it('passes nothing without written opinions, whatever was typed', async () => {
    const meeting = await office.hold();
    for (const { id } of meeting.invitees) await office.declare(id);
    await office.conclude(meeting.id, '修改后通过');
    await expect(office.advance('passExpertReview')).rejects.toThrow(
      '参加论证的专家4名，已签署书面论证意见0份；论证结论须有不少于3份',
    );
    await office.opine(meeting.invitees.slice(0, 2), '修改后通过');
    await expect(office.advance('passExpertReview')).rejects.toThrow('已签署书面论证意见2份');
    await office.opine(meeting.invitees.slice(2, 3), '修改后通过');
    expect((await office.advance('passExpertReview')).state).toBe('consulting.expertReview.revising');
  });

  it('does not pass against the signatures, and says whose they are and what to do', async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '重新论证');
    await office.conclude(meeting.id, '修改后通过');
    const refusal = office.advance('passExpertReview');
    await expect(refusal).rejects.toThrow('已签署书面意见4份：“重新论证”4份');
    await expect(refusal).rejects.toThrow(/专家A（质量管理）、.*专家D（检验检测）的意见与结论不一致/u);
    await office.conclude(meeting.id, '重新论证', reason);
    expect((await office.advance('requireSecondReview')).state).toBe('consulting.expertReview.reworking');
  });

  it('is turned round by opinions that are signed after it: the text goes back from the revision', async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '修改后通过');
    await office.conclude(meeting.id, '修改后通过');
    await office.advance('passExpertReview');
    const { clauseId } = await office.reviseDraft('到2025年，质量强市建设取得决定性进展。');
    const point = await office.file({ kind: 'expert', clauseId, content: '目标应当量化' });
    await office.answer(point.id, { answer: 'changed', clauseId, text: '已修改。' });
    await office.opine(meeting.invitees, '重新论证');
    await expect(office.advance('completeReviewDraft')).rejects.toThrow('“重新论证”4份');
    await office.conclude(meeting.id, '重新论证', { reason: '会后专家均签署重新论证' });
    await expect(office.advance('completeReviewDraft')).rejects.toThrow('不能形成送审稿');
    expect((await office.advance('requireSecondReview')).state).toBe('consulting.expertReview.reworking');
    expect((await office.advance('completeReworkedAppraisalDraft')).state).toBe(
      'consulting.expertReview.preparing',
    );
  });

  it('asks for a second review against most opinions only with a reason', async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '通过');
    await office.conclude(meeting.id, '重新论证');
    await expect(office.advance('requireSecondReview')).rejects.toThrow('多数书面意见不要求重新论证');
    await office.conclude(meeting.id, '重新论证', { ...reason, differenceReason: '测算依据不足。' });
    expect((await office.advance('requireSecondReview')).state).toBe('consulting.expertReview.reworking');
  });

  it('is corrected only with a reason, which the ledger keeps', async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '通过');
    await office.conclude(meeting.id, '通过');
    await expect(office.conclude(meeting.id, '修改后通过')).rejects.toMatchObject({
      code: 'correction-reason-missing',
    });
    await office.conclude(meeting.id, '修改后通过', reason);
    expect(await lastEntry()).toMatchObject({
      type: 'meeting.concluded',
      payload: { corrects: '通过', ...reason },
    });
    await expect(withdraw('conclusion', meeting.id, {} as never)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await withdraw('conclusion', meeting.id);
    expect(await office.meeting(meeting.id)).toMatchObject({ conclusion: null });
    await office.conclude(meeting.id, '重新论证', { differenceReason: '测算依据不足。' });
    await office.advance('requireSecondReview');
    await expect(withdraw('conclusion', meeting.id)).rejects.toMatchObject({
      code: 'record-in-use',
      userMessage: expect.stringContaining('按专家要求修改') as string,
    });
  });
});

describe('an answer “已修改” is held against the text', () => {
  beforeEach(() => office.beforeExperts());

  /** The expert review passed; the target clause was changed, the clause on supervision was not. */
  const revise = async () => {
    const meeting = await office.hold();
    await office.opine(meeting.invitees, '修改后通过');
    await office.conclude(meeting.id, '修改后通过');
    await office.advance('passExpertReview');
    const { clauseId: changed } = await office.reviseDraft('到2025年，质量强市建设取得决定性进展。');
    const { house } = office;
    const clauses = await house.get(Database).read(async (reader) => {
      const working = await workingRevision(reader, house.compilationId);
      return findClauses(reader, working!.id);
    });
    const same = clauses.find(({ title }) => title === '加强质量监督')!;
    const point = await office.file({ kind: 'expert', content: '健全质量监督' });
    return { changed, same, chapter: same.parentClauseId!, pointId: point.id };
  };
  const claim = (pointId: string, clauseId: string, change: object = {}) =>
    office.answer(pointId, { answer: 'changed', clauseId, text: '已修改。', ...change });

  it('holds the review draft back while the clause reads as the experts read it', async () => {
    const { same, chapter, changed, pointId } = await revise();
    expect(await claim(pointId, same.clauseId)).toMatchObject({ clauseUnchanged: true });
    await expect(office.advance('completeReviewDraft')).rejects.toThrow(
      '1条专家意见答复为“已修改”，但所指条款的文字没有变化（全文：健全质量监督）',
    );
    expect(await claim(pointId, chapter)).toMatchObject({ clauseUnchanged: true });
    expect(await claim(pointId, changed)).toMatchObject({ clauseUnchanged: false });
    expect((await office.advance('completeReviewDraft')).state).toBe('deliberating.plenary.preparing');
  });

  it('is answered by changing the text', async () => {
    const { same, chapter, pointId } = await revise();
    await claim(pointId, chapter);
    const { clauseId, revision, title } = same;
    const edit = { clauseId, revision, title, text: '健全质量监督和追溯机制。' };
    await office.house.perform(editClause, edit);
    expect((await office.advance('completeReviewDraft')).state).toBe('deliberating.plenary.preparing');
  });

  it('stands with a reason, which is kept with the answer, or is answered 不修改', async () => {
    const { same, pointId } = await revise();
    await claim(pointId, same.clauseId, { unchangedReason: '所提内容已移入指标表。' });
    const { compilationId } = office.house;
    const points = await office.house.get(ReviewQuery).points(compilationId, 'expert');
    const point = points.find(({ id }) => id === pointId)!;
    expect(point.unchangedReason).toBe('所提内容已移入指标表。');
    await claim(pointId, same.clauseId);
    await office.answer(pointId, { answer: 'unchanged', text: '经研究不改。' });
    expect((await office.advance('completeReviewDraft')).state).toBe('deliberating.plenary.preparing');
  });

  it('is taken back with its reason, and then the point itself', async () => {
    const { changed, pointId } = await revise();
    const { house } = office;
    await claim(pointId, changed);
    await expect(house.perform(withdrawPoint, { pointId, ...reason })).rejects.toMatchObject({
      code: 'record-in-use',
      userMessage: expect.stringContaining('已经答复') as string,
    });
    await house.perform(withdrawAnswer, { pointId, ...reason });
    await house.perform(withdrawPoint, { pointId, ...reason });
    expect(await lastEntry()).toMatchObject({ type: 'reviewPoint.withdrawn', payload: reason });
    // Its number is not given again.
    expect((await office.file({ kind: 'expert', content: '另一条' })).number).toBe(2);
  });
});

describe('a plenary is counted by unit', () => {
  beforeEach(() => office.beforePlenary());

  type Seats = MeetingView['invitees'];
  const hold = async (present: (invitees: Seats) => Seats) => {
    const { id } = await office.arrangePlenary();
    await office.advance('convenePlenary');
    const meeting = await office.meeting(id);
    await office.house.moveTo('2021-11-24T17:00:00+08:00');
    await office.attend(id, present(meeting.invitees));
    await office.conclude(id, '通过', { headStatement });
    return meeting;
  };

  it('of two of the leading group resolves nothing', async () => {
    const { id } = await hold((invitees) => invitees.slice(5, 7));
    await expect(office.advance('passPlenary')).rejects.toThrow(/全体会议到会2家.*至少到会\d+家/su);
    // The meeting that was none is taken back and held on another day.
    await withdraw('attendance', id);
    expect(await office.meeting(id)).toMatchObject({ heldAt: null, conclusion: null });
    await office.attend(id, (await office.meeting(id)).invitees);
    await office.conclude(id, '通过', { headStatement });
    expect((await office.advance('passPlenary')).state).toBe('deliberating.plenary.revising');
  });

  it('counts two seats of one unit once', async () => {
    const { house } = office;
    const { invitees } = await hold((all) => all.slice(0, 30));
    await house.perform(setMeetingRule, { attendance: 'all', basis: '领导小组工作规则' });
    const counted = async () => {
      const refusal = await office.advance('passPlenary').catch((error: unknown) => (error as Error).message);
      return /全体会议到会(\d+)家.*成员单位(\d+)家/u.exec(String(refusal))!.slice(1).map(Number);
    };
    const [present, units] = await counted();
    const [first, second] = invitees.slice(5, 7).map(({ partyId }) => partyId);
    const unitOfFirst = `(SELECT "unitId" FROM leading_group_member WHERE id = '${first}')`;
    const sameUnit = `UPDATE leading_group_member SET "unitId" = ${unitOfFirst} WHERE id = '${second}'`;
    await house.get(Database).write((tx) => tx.query(sameUnit));
    expect(await counted()).toEqual([present - 1, units - 1]);
    await house.perform(setMeetingRule, { attendance: 'twoThirds', basis: '领导小组工作规则' });
    expect((await office.advance('passPlenary')).state).toBe('deliberating.plenary.revising');
  });

  it('whose resolution was entered wrongly sends the draft back from the revision as well', async () => {
    const { id } = await hold((invitees) => invitees);
    await office.advance('passPlenary');
    await office.conclude(id, '退回', { headStatement, reason: '决议录入有误' });
    await expect(office.advance('completeApprovalDraft')).rejects.toThrow('决议为退回');
    expect((await office.advance('returnFromPlenary')).state).toBe('deliberating.plenary.reworking');
  });
});
