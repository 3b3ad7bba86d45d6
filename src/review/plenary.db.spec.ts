import {
  CompilationQuery,
  recordProcedure,
  type ProcedureKind,
  type RecordedContent,
} from '../compilation/index.js';
import { ReviewOffice } from '../../test/support/review-office.js';
import { standAt } from '../../test/support/stand-at.js';
import { type MeetingView, MinutesQuery, rescheduleMeeting } from './index.js';

const unmet = (requirement: string) => ({
  code: 'gate-not-met',
  unmet: expect.arrayContaining([expect.objectContaining({ requirement })]),
});
const headStatement = '原则同意，请按会议意见修改。';

describe('the plenary', () => {
  let office: ReviewOffice;
  beforeAll(async () => {
    office = await ReviewOffice.open();
  });
  beforeEach(() => office.beforePlenary());
  afterAll(() => office.close());

  /** On the day the last of them was there; what a test is about happens at a time of its own. */
  const record = async (kind: ProcedureKind, content: RecordedContent) => {
    const { house } = office;
    const at = house.clock.now();
    house.clock.moveTo(Math.max(at, Date.parse('2021-11-10T16:00:00+08:00')));
    await house.perform(recordProcedure, { kind, content });
    house.clock.moveTo(at);
  };
  const review = (sentOn: string, conclusion: '合法' | '须修改' | null = '合法') =>
    record('legalityReview', {
      ...{ sentOn, office: '市司法局', conclusion },
      returnedOn: conclusion === null ? null : '2021-11-10',
    });
  const reviewsDone = async () => {
    await review('2021-11-01');
    await record('riskAssessment', { conclusion: '可控', completedOn: '2021-11-05' });
    await record('fairCompetitionReview', { conclusion: '符合', completedOn: '2021-11-05' });
  };
  const legality = async () => {
    const { house } = office;
    const { gate } = await house.get(CompilationQuery).status(house.compilationId);
    return gate.find((line) => line.requirement === 'legalityReviewed')!;
  };
  const convene = async (): Promise<MeetingView> => {
    await reviewsDone();
    const { id } = await office.arrangePlenary();
    await office.advance('convenePlenary');
    return office.meeting(id);
  };
  const hold = async (): Promise<MeetingView> => {
    const meeting = await convene();
    await office.house.moveTo('2021-11-24T17:00:00+08:00');
    await office.attend(meeting.id, meeting.invitees.slice(0, 30));
    return meeting;
  };

  it('needs a legality review, of which the latest counts', async () => {
    await office.beforePlenary({ decisionCatalogued: true });
    await office.arrangePlenary();
    expect(await legality()).toMatchObject({ met: false, facts: { sentOn: null } });
    await review('2021-11-01', '须修改');
    expect((await legality()).sentence).toContain('须修改');
    await review('2021-10-29', null);
    expect((await legality()).sentence).toContain('尚无审查意见');
    await review('2021-11-02');
    expect((await legality()).sentence).toContain('2021-11-10回复，历时6个工作日，不足7个工作日');
    await review('2021-10-29');
    expect((await legality()).met).toBe(true);
  });

  it('is not convened before it is arranged', async () => {
    await expect(office.advance('convenePlenary')).rejects.toMatchObject(unmet('plenaryArranged'));
    const { id } = await office.arrangePlenary();
    expect((await office.advance('convenePlenary')).state).toBe('deliberating.plenary.convened');
    expect(await office.invitations(id)).toHaveLength(39);
  });

  it('comes after seven whole working days of legality review: sent on 1 November, it ends on the 10th', async () => {
    await office.beforePlenary({ decisionCatalogued: true });
    await reviewsDone();
    await office.arrangePlenary({ date: '2021-11-10' });
    expect(await legality()).toMatchObject({
      met: false,
      blocking: true,
      facts: { workingDaysBeforePlenary: 6 },
    });
    await expect(office.advance('convenePlenary')).rejects.toMatchObject(unmet('legalityReviewed'));
    await office.arrangePlenary({ date: '2021-11-11' });
    expect(await legality()).toMatchObject({ met: true, facts: { workingDaysBeforePlenary: 7 } });
    await office.advance('convenePlenary');
  });

  it('is not moved to a day that cuts the legality review short', async () => {
    const { house } = office;
    const move = (id: string, date: string) => {
      const input = { date, from: '14:00', to: '16:00', place: '二号会议室' };
      return house.perform(rescheduleMeeting, { meetingId: id, ...input });
    };
    const { id } = await convene();
    expect((await move(id, '2021-11-09')).warnings[0]).toContain('不足7个工作日');
    await standAt(house, 'deliberating.plenary.convened', {
      plenaryRound: office.round + 1,
      decisionCatalogued: true,
    });
    await expect(move(id, '2021-11-10')).rejects.toMatchObject({ code: 'legality-period-cut' });
    expect((await move(id, '2021-11-11')).warnings).toEqual([]);
  });

  it('passes the draft only when it was held and resolved so, the head having spoken last', async () => {
    const meeting = await convene();
    await expect(office.advance('passPlenary')).rejects.toMatchObject(unmet('plenaryHeld'));
    await office.house.moveTo('2021-11-24T17:00:00+08:00');
    await expect(office.conclude(meeting.id, '通过', { headStatement })).rejects.toMatchObject({
      code: 'meeting-not-held',
    });
    await office.attend(meeting.id, meeting.invitees);
    await expect(office.conclude(meeting.id, '通过')).rejects.toMatchObject({
      code: 'head-statement-missing',
    });
    await expect(office.conclude(meeting.id, '重新论证', { headStatement })).rejects.toMatchObject({
      code: 'conclusion-of-another-meeting',
    });
    await expect(office.advance('passPlenary')).rejects.toThrow('尚未登记决议');
    await office.conclude(meeting.id, '退回', { headStatement });
    await expect(office.advance('passPlenary')).rejects.toMatchObject(unmet('plenaryResolutionPasses'));
    await office.conclude(meeting.id, '通过', { headStatement, reason: '录入有误' });
    await expect(office.advance('returnFromPlenary')).rejects.toMatchObject(
      unmet('plenaryResolutionReturns'),
    );
    expect((await office.advance('passPlenary')).state).toBe('deliberating.plenary.revising');
  });

  it('records in its minutes what the head said last and why the majority was not followed', async () => {
    const { id } = await hold();
    const differenceReason = '涉及全市统筹。';
    await office.conclude(id, '修改后通过', { headStatement, differenceReason });
    const { head, tail } = await office.house.get(MinutesQuery).view(office.house.compilationId, id);
    expect(tail).toMatchObject({
      isPlenary: true,
      conclusion: '修改后通过',
      headStatement,
      differenceReason,
      dissentingViews: [],
    });
    expect((head as { absent: string[] }).absent).toHaveLength(9);
    expect((head as { title: string }).title).toBe('市质量工作领导小组全体会议');
  });

  it('has its points traced to clauses before the approval draft stands', async () => {
    const meeting = await convene();
    const early = office.file({ kind: 'plenary', content: '明确责任单位' });
    await expect(early).rejects.toMatchObject({ code: 'meeting-not-held' });
    await office.house.moveTo('2021-11-24T17:00:00+08:00');
    await office.attend(meeting.id, meeting.invitees);
    await office.conclude(meeting.id, '修改后通过', { headStatement });
    await office.advance('passPlenary');
    const { clauseId } = await office.reviseDraft('到2025年，取得决定性进展。（责任单位：市市场监管局）');
    await expect(office.advance('completeApprovalDraft')).rejects.toThrow('尚未登记审议意见');
    const seat = meeting.invitees[3];
    const point = await office.file({
      kind: 'plenary',
      inviteeId: seat.id,
      clauseId,
      content: '明确责任单位',
    });
    await expect(office.advance('completeApprovalDraft')).rejects.toMatchObject(
      unmet('plenaryChangesTraced'),
    );
    await office.answer(point.id, { answer: 'changed', clauseId, text: '已注明责任单位。' });
    const [shown] = (await office.meeting(meeting.id)).points;
    expect(shown).toMatchObject({ proposer: seat.organisation, answer: 'changed', answerClauseId: clauseId });
    const { state } = await office.advance('completeApprovalDraft');
    expect(state).toBe('deliberating.municipalApproval.assembling');
  });

  it('that returns the draft is followed by another plenary with a round of its own', async () => {
    const { id } = await hold();
    await office.conclude(id, '退回', { headStatement });
    const point = await office.file({ kind: 'plenary', content: '重写重点任务' });
    await office.advance('returnFromPlenary');
    await office.reviseDraft('到2025年，取得决定性进展。');
    await expect(office.advance('completeReworkedReviewDraft')).rejects.toMatchObject(
      unmet('plenaryChangesTraced'),
    );
    await office.answer(point.id, { answer: 'unchanged', text: '任务已逐项核实。' });
    await office.advance('completeReworkedReviewDraft');
    await expect(office.advance('convenePlenary')).rejects.toMatchObject(unmet('plenaryArranged'));
    expect((await office.arrangePlenary({ date: '2021-12-10' })).round).toBe(office.round + 2);
  });
});

describe('the municipal government’s return', () => {
  it('is filed point by point, and each is traced before the approval draft stands again', async () => {
    const office = await ReviewOffice.open();
    await office.beforeReturn();
    const { house } = office;
    const file = () => office.file({ kind: 'municipal', content: '压缩篇幅' });
    await expect(file()).rejects.toMatchObject({ code: 'not-at-this-step' });
    const content = {
      ...{ decision: '退回' as const, decidedOn: '2021-12-13', approvalNumber: null },
      opinion: '压缩篇幅',
    };
    await house.perform(recordProcedure, { kind: 'municipalDecision', content });
    await office.advance('returnPacket');
    await office.reviseDraft('到2025年，取得决定性进展。');
    const complete = () => office.advance('completeReworkedApprovalDraft');
    await expect(complete()).rejects.toThrow('尚未登记退回意见');
    const { id } = await file();
    await expect(complete()).rejects.toMatchObject(unmet('municipalChangesTraced'));
    await office.answer(id, { answer: 'unchanged', text: '篇幅已符合要求。' });
    expect((await complete()).state).toBe('deliberating.municipalApproval.assembling');
    await office.close();
  });
});
