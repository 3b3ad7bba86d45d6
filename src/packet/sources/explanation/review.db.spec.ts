import { explanationOf, freezeApprovalDraft } from '../../../../test/support/packet-office.js';
import { png, ReviewOffice } from '../../../../test/support/review-office.js';
import { recordProcedure, type ProcedureKind, type RecordedContent } from '../../../compilation/index.js';

const headStatement = '原则同意，请按会议意见修改。';

describe('the meetings in the 编制说明', () => {
  let office: ReviewOffice;
  const section = async (title: string) => (await explanationOf(office.house))[title];
  beforeAll(async () => {
    office = await ReviewOffice.open();
  });
  afterAll(() => office.close());

  it('name the experts who were there and who stayed away, what they signed and what became of each point', async () => {
    await office.beforeExperts();
    const meeting = await office.hold(4);
    const [first, second, third, recused] = meeting.invitees;
    await office.declare(recused.id, { conflict: 'direct', note: '参与起草' });
    for (const { id } of [first, second, third]) {
      await office.declare(id);
      await office.write(id);
    }
    const filed = await office.file({ kind: 'expert', inviteeId: first.id, content: '补充指标口径。' });
    const dissent = await office.file({ kind: 'expert', content: '不必分章。', dissent: true });
    for (const { id } of [first, second, third]) await office.signOnPaper(id, png);
    await office.conclude(meeting.id, '修改后通过');
    await office.advance('passExpertReview');
    const { clauseId } = await office.reviseDraft('到2025年，取得决定性进展。');
    await office.answer(filed.id, { answer: 'changed', clauseId, text: '已写明口径。' });
    await office.answer(dissent.id, { answer: 'unchanged', text: '篇幅较长，分章便于执行。' });
    await freezeApprovalDraft(office.house);
    const [text, points, ...rows] = await section('专家论证及采纳情况');
    expect(text).toContain('召开专家论证会，论证论证稿第');
    expect(text).toContain(
      `到会专家3名：${[first, second, third].map((e) => `${e.name}（${e.organisation}）`).join('、')}；` +
        '因有直接利害关系回避1名；签署书面论证意见3份；论证结论为“修改后通过”。',
    );
    expect(points).toBe('共提出意见2条，其中不同意见1条，据以修改1条，说明理由未作修改1条。');
    expect(rows[0]).toContain(`1｜${first.name}｜`);
    expect(rows[0]).toContain('补充指标口径。｜已修改');
    expect(rows[1]).toContain('（不同意见）不必分章。｜未作修改：篇幅较长，分章便于执行。');
  });

  it('give the resolution of the plenary, who attended and the views that differed', async () => {
    await office.beforePlenary();
    const { house } = office;
    const record = (kind: ProcedureKind, content: RecordedContent) =>
      house.perform(recordProcedure, { kind, content });
    await house.moveTo('2021-11-11T09:00:00+08:00');
    await record('legalityReview', {
      ...{ sentOn: '2021-11-01', returnedOn: '2021-11-10', office: '市司法局', conclusion: '合法' },
    });
    await record('riskAssessment', { conclusion: '可控', completedOn: '2021-11-05' });
    await record('fairCompetitionReview', { conclusion: '符合', completedOn: '2021-11-05' });
    const { id } = await office.arrangePlenary();
    await office.advance('convenePlenary');
    const { invitees } = await office.meeting(id);
    await house.moveTo('2021-11-24T17:00:00+08:00');
    await office.attend(id, invitees.slice(0, 2));
    const dissentingViews = [{ holder: '甲局', view: '建议暂缓' }];
    await office.conclude(id, '修改后通过', { headStatement, dissentingViews });
    await office.file({ kind: 'plenary', content: '明确责任单位。' });
    const texts = await section('领导小组审议及修改情况');
    const attended = invitees.slice(0, 2).map(({ organisation }) => organisation);
    expect(texts[0]).toContain('2021年11月24日在二号会议室召开市质量工作领导小组全体会议，审议送审稿第');
    expect(texts[0]).toContain(`出席2家：${attended.join('、')}。会议决议为“修改后通过”。`);
    expect(texts[1]).toBe('不同意见：甲局：建议暂缓。');
    expect(texts[2]).toBe('共提出意见1条，尚未答复1条。');
    expect(texts[3]).toBe('1｜全体会议｜全文｜明确责任单位。｜尚未答复');
  });

  it('tell why the municipal government sent the packet back, and what was changed', async () => {
    await office.beforeReturn();
    const { house } = office;
    const content = {
      ...{ decision: '退回' as const, decidedOn: '2021-12-13', approvalNumber: null },
      opinion: '压缩篇幅',
    };
    await house.perform(recordProcedure, { kind: 'municipalDecision', content });
    await office.advance('returnPacket');
    const { id } = await office.file({ kind: 'municipal', content: '压缩篇幅。' });
    await office.answer(id, { answer: 'unchanged', text: '篇幅已符合要求。' });
    const texts = await section('领导小组审议及修改情况');
    const from = texts.indexOf('市政府退回及修改情况');
    expect(texts.slice(from + 1)).toEqual([
      '2021年12月13日市政府退回报批材料：压缩篇幅。',
      '共提出意见1条，说明理由未作修改1条。',
      '1｜市政府｜全文｜压缩篇幅。｜未作修改：篇幅已符合要求。',
    ]);
  });
});
