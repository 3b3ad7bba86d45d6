import { assess } from '../../test/support/drafts-steps.js';
import { keptScan } from '../../test/support/scan.js';
import { standAt } from '../../test/support/stand-at.js';
import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { WithdrawnRecord } from '../engine/index.js';
import {
  CompilationQuery,
  recordProcedure,
  amendIssue,
  decideIssue,
  escalateIssue,
  raiseIssue,
  withdrawIssue,
  type ProcedureKind,
  type RecordedContent,
} from './index.js';

const views = [
  { holder: '甲单位', view: '目标值应从高', reason: '与国家纲要衔接' },
  { holder: '乙单位', view: '目标值应留余地', reason: '基数尚待核定' },
];
const disagreement = {
  kind: '分歧意见' as const,
  title: '2025年目标值的取法',
  views,
  proposal: '按国家纲要口径确定，并注明测算依据。',
};

describe('a major problem or a disagreement', () => {
  let house: TestHouse;
  let id: string;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const raise = (change: object = {}) => house.perform(raiseIssue, { ...disagreement, ...change });

  it('is logged with the views of both sides', async () => {
    ({ id } = await raise());
    const [logged] = await house.get(CompilationQuery).issues(house.compilationId);
    expect(logged).toMatchObject({ ...disagreement, escalatedAt: null, decision: null });
  });

  it('is not logged without anybody’s view', async () => {
    await expect(async () => raise({ views: [] })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('holds the plenary back until it is put to the leading group', async () => {
    const before = await assess(house, 'disagreementsHandled');
    expect(before).toMatchObject({ met: false, sentence: expect.stringContaining(disagreement.title) });
    await house.perform(escalateIssue, { issueId: id });
    expect((await assess(house, 'disagreementsHandled')).met).toBe(true);
  });

  it('is not put to the leading group with one side of a disagreement, nor without a proposal', async () => {
    for (const lacking of [{ views: [views[0]] }, { proposal: ' ' }]) {
      const raised = await raise({ ...lacking, title: '只有一方意见' });
      await expect(house.perform(escalateIssue, { issueId: raised.id })).rejects.toMatchObject({
        code: 'views-missing',
      });
    }
  });

  it('is decided by the leading group only after it was put to it', async () => {
    const { id: another } = await raise({ kind: '重大问题', title: '国家纲要尚未发布' });
    const decide = (issueId: string) =>
      house.perform(decideIssue, { issueId, decision: '先按现行口径编制。' });
    await expect(decide(another)).rejects.toMatchObject({ code: 'not-escalated' });
    await house.perform(escalateIssue, { issueId: another });
    await decide(another);
    await decide(id);
    const open = await assess(house, 'disagreementsClosed');
    expect(open).toMatchObject({ met: false, sentence: expect.stringContaining('还有2项未决定') });
  });
});

describe('a disagreement that was registered with one view', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const oneSided = { ...disagreement, views: [views[0]], proposal: '' };
  const reason = '补记另一方的意见';

  it('is completed, put to the leading group and decided', async () => {
    const { id } = await house.perform(raiseIssue, oneSided);
    await expect(house.perform(escalateIssue, { issueId: id })).rejects.toMatchObject({
      code: 'views-missing',
    });
    await expect(async () =>
      house.perform(amendIssue, { issueId: id, ...disagreement } as never),
    ).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await house.perform(amendIssue, { issueId: id, ...disagreement, reason });
    await house.perform(escalateIssue, { issueId: id });
    await house.perform(decideIssue, { issueId: id, decision: '从高确定。' });
    expect((await assess(house, 'disagreementsClosed')).met).toBe(true);
    const rests = {
      code: 'record-in-use',
      userMessage: expect.stringContaining('已由领导小组决定') as string,
    };
    await expect(house.perform(amendIssue, { issueId: id, ...disagreement, reason })).rejects.toMatchObject(
      rests,
    );
    await expect(house.perform(withdrawIssue, { issueId: id, reason })).rejects.toMatchObject(rests);
    await expect(house.perform(decideIssue, { issueId: id, decision: '留有余地。' })).rejects.toMatchObject({
      code: 'correction-reason-missing',
    });
    await house.perform(decideIssue, { issueId: id, decision: '留有余地。', reason: '按会议记录更正' });
    const [kept] = await house.get(CompilationQuery).issues(house.compilationId);
    expect(kept.decision).toBe('留有余地。');
  });

  it('is put before the leading group anew when it is corrected after it was', async () => {
    const { id } = await house.perform(raiseIssue, disagreement);
    await house.perform(escalateIssue, { issueId: id });
    await house.perform(amendIssue, { issueId: id, ...disagreement, title: '目标值的取法', reason });
    expect((await assess(house, 'disagreementsHandled')).sentence).toContain('目标值的取法');
    await house.perform(withdrawIssue, { issueId: id, reason: '双方协商一致' });
  });

  it('is withdrawn, holds nothing back from then on, and is kept aside with the reason', async () => {
    const { id } = await house.perform(raiseIssue, oneSided);
    expect((await assess(house, 'disagreementsClosed')).met).toBe(false);
    await expect(async () => house.perform(withdrawIssue, { issueId: id } as never)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await house.perform(withdrawIssue, { issueId: id, reason: '双方协商一致' });
    expect((await assess(house, 'disagreementsHandled')).met).toBe(true);
    expect((await assess(house, 'disagreementsClosed')).met).toBe(true);
    const aside = await house.database.read((reader) => reader.findOneByOrFail(WithdrawnRecord, { id }));
    expect(aside).toMatchObject({
      kind: 'issue',
      reason: '双方协商一致',
      content: { title: disagreement.title },
    });
  });
});

describe('a formality', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const record = (kind: ProcedureKind, content: RecordedContent, scan: string | null = null) =>
    house.perform(recordProcedure, { kind, content, fileDigest: scan });

  it('such as the evaluation of the plan for 2011 to 2020 is on file before the 初稿', async () => {
    expect((await assess(house, 'evaluationOnFile')).met).toBe(false);
    const title = '《上海市质量发展规划（2011—2020年）》实施成效评估报告';
    const evaluation = { title, conclusion: '总体完成。', completedOn: '2021-08-04' };
    await expect(record('evaluation', evaluation)).rejects.toMatchObject({ code: 'day-contradicts' });
    await house.moveTo('2021-08-05T09:00:00+08:00');
    await record('evaluation', evaluation);
    expect(await assess(house, 'evaluationOnFile')).toMatchObject({
      met: false,
      sentence: expect.stringContaining('没有上传报告文件，不能算作归档'),
    });
    await expect(record('evaluation', evaluation, 'a'.repeat(64))).rejects.toMatchObject({
      code: 'file-unknown',
    });
    await record('evaluation', evaluation, await keptScan(house));
    expect(await assess(house, 'evaluationOnFile')).toMatchObject({
      met: true,
      sentence: expect.stringContaining(title),
    });
  });

  it('such as the municipal approval counts with number and date; the latest decision counts', async () => {
    const decision = { decision: '批准' as const, decidedOn: '2021-12-28', approvalNumber: null };
    await house.moveTo('2021-12-20T09:00:00+08:00');
    await expect(record('municipalDecision', decision)).rejects.toMatchObject({ code: 'not-submitted' });
    await standAt(house, 'deliberating.municipalApproval.submitted');
    await expect(record('municipalDecision', decision)).rejects.toThrow('还没有到');
    await house.moveTo('2021-12-29T09:00:00+08:00');
    await expect(record('municipalDecision', { ...decision, decidedOn: '2021-12-17' })).rejects.toThrow(
      '市政府决定日期2021年12月17日早于报市政府审批的日期2021年12月20日',
    );
    await expect(
      record('municipalDecision', { ...decision, approvalNumber: '沪府〔2022〕1号' }),
    ).rejects.toMatchObject({ code: 'number-contradicts' });
    await record('municipalDecision', decision);
    expect((await assess(house, 'municipalApprovalRecorded')).met).toBe(false);
    await record('municipalDecision', { ...decision, approvalNumber: '沪府〔2021〕99号' });
    expect(await assess(house, 'municipalApprovalRecorded')).toMatchObject({
      met: true,
      sentence: '2021-12-28批准，文号沪府〔2021〕99号。',
    });
    await record('municipalDecision', { decision: '退回', decidedOn: '2021-12-29', approvalNumber: null });
    expect((await assess(house, 'municipalApprovalRecorded')).met).toBe(false);
    expect((await assess(house, 'municipalReturnRecorded')).met).toBe(true);
  });

  it('of an unknown kind, or without what it must say, is refused', async () => {
    await expect(record('blessing' as never, {} as never)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(record('riskAssessment', { conclusion: '可控' } as never)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it.each([
    ['riskAssessed', 'riskAssessment' as const, '不可控', '可控'],
    ['fairCompetitionReviewed', 'fairCompetitionReview' as const, '不符合', '符合'],
  ])('%s is met only by a favourable conclusion', async (requirement, kind, bad, good) => {
    expect((await assess(house, requirement)).met).toBe(false);
    await record(kind, { conclusion: bad, completedOn: '2021-11-08' } as RecordedContent);
    expect((await assess(house, requirement)).met).toBe(false);
    await record(kind, { conclusion: good, completedOn: '2021-11-09' } as RecordedContent);
    expect((await assess(house, requirement)).met).toBe(true);
  });

  it('such as the report to the party committee is met once it is dated', async () => {
    expect((await assess(house, 'partyCommitteeReported')).met).toBe(false);
    await record('partyCommitteeReport', { reportedOn: '2021-12-06', documentNumber: null });
    expect((await assess(house, 'partyCommitteeReported')).met).toBe(true);
  });
});
