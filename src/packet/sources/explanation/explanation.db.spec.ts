import { type ExplanationKey } from '../../explanation-sections.js';
import { explanationOf, freezeApprovalDraft, sourceRows } from '../../../../test/support/packet-office.js';
import { openHouse, type TestHouse } from '../../../../test/support/test-house.js';
import {
  raiseIssue,
  escalateIssue,
  decideIssue,
  recordProcedure,
  type ProcedureKind,
  type RecordedContent,
} from '../../../compilation/index.js';
import { BasisDocument, changeBasisStatus, closeRealignment } from '../../../drafts/index.js';
import { writeExplanation } from '../../index.js';

const titles = [
  '编制背景和必要性',
  '编制依据',
  '编制过程',
  '《上海市质量发展规划（2011—2020年）》实施成效总结',
  '框架和主要内容',
  '目标指标说明',
  '与国家、市“十四五”规划纲要的衔接',
  '征求意见及采纳情况',
  '重大分歧意见的处理',
  '专家论证及采纳情况',
  '风险评估和公平竞争审查',
  '合法性审查',
  '领导小组审议及修改情况',
  '需要说明的其他问题',
  '附件目录',
];

describe('the 编制说明', () => {
  let house: TestHouse;
  const section = async (title: string) => (await explanationOf(house))[title];
  const record = (kind: ProcedureKind, content: RecordedContent) =>
    house.perform(recordProcedure, { kind, content });
  const write = (section: ExplanationKey, text: string) => house.perform(writeExplanation, { section, text });
  beforeAll(async () => {
    house = await openHouse('2021-12-08T10:00:00+08:00');
    await freezeApprovalDraft(house);
  });
  afterAll(() => house.close());

  it('has its fifteen sections in their order', async () => {
    expect(Object.keys(await explanationOf(house))).toEqual(titles);
  });

  it.each([
    ['编制过程', '台账中没有启动编制的记录。起草工作组共登记25个岗位'],
    ['编制过程', '没有下达报送任务。'],
    ['编制过程', '没有登记调研走访。'],
    ['编制过程', '台账中没有办理步骤的记录。'],
    ['《上海市质量发展规划（2011—2020年）》实施成效总结', '没有登记规划实施成效评估。'],
    ['目标指标说明', '审核通过的0份材料中没有指标。'],
    ['征求意见及采纳情况', '没有公开征求意见的记录。'],
    ['征求意见及采纳情况', '没有书面征求意见的记录。'],
    ['征求意见及采纳情况', '未收到意见，没有需要处理的意见。'],
    ['征求意见及采纳情况', '没有公布意见采纳情况反馈的记录。'],
    ['重大分歧意见的处理', '没有登记重大问题、重大事项和分歧意见。'],
    ['专家论证及采纳情况', '没有召开专家论证会的记录。'],
    ['风险评估和公平竞争审查', '没有登记风险评估。'],
    ['风险评估和公平竞争审查', '没有登记公平竞争审查。'],
    ['合法性审查', '没有登记合法性审查。'],
    ['领导小组审议及修改情况', '没有召开领导小组全体会议的记录。'],
  ])('says in %s what is missing: %s', async (title, text) => {
    expect((await section(title)).join('\n')).toContain(text);
  });

  it('names the notice it goes back to, with its number', async () => {
    expect((await section(titles[0]))[0]).toBe(
      '本方案根据《上海市质量工作领导小组办公室关于组织开展〈质量强国建设纲要上海实施方案〉编制工作的通知》' +
        '（沪质办〔2021〕4号）组织编制。通知由上海市质量工作领导小组办公室印发，' +
        '日常工作由《实施方案》起草工作组秘书处承担。',
    );
  });

  it('marks where a person must write, until somebody has; the latest text counts', async () => {
    const marked = async () =>
      (await sourceRows(house, 'explanation')).filter((row) => row.kind === 'to-be-written').length;
    expect(await marked()).toBe(6);
    await write('background', '先写的一稿。');
    await write('background', '第一段。\n\n第二段。');
    expect(await marked()).toBe(5);
    expect((await section(titles[0])).slice(1)).toEqual(['第一段。', '第二段。']);
  });

  it.each([
    [{ section: 'unknown', text: '文字' }, '没有这一部分'],
    [{ section: 'remarks', text: ' \n' }, '不得为空'],
  ])('does not take %j', async (input, message) => {
    const writing = house.perform(writeExplanation, input as never);
    await expect(writing).rejects.toMatchObject({ userMessage: expect.stringContaining(message) as string });
  });

  it('tells the framework from the chapter titles of the 报批稿', async () => {
    const [framework, , traced, ...chapters] = await section('框架和主要内容');
    expect(framework).toBe('报批稿第1稿共2章4条：一是总体要求；二是重点任务。');
    expect(traced).toContain('4条中，0条注明了来源');
    expect(chapters.slice(0, 2)).toEqual(['总体要求｜2｜0｜0｜0｜0｜0', '重点任务｜2｜0｜0｜0｜0｜0']);
  });

  it('shows each basis document with its status, and how a later one was compared', async () => {
    const { database, compilationId: id } = house;
    const aligned = async () => (await section(titles[6])).join('\n');
    const where = { compilationId: id, status: '未发布' as const };
    const { key, title } = await database.read((reader) => reader.findOneByOrFail(BasisDocument, where));
    expect(await section('编制依据')).toContain(`《${title}》｜｜｜未发布`);
    expect(await aligned()).toContain(`截至2021年12月8日，《${title}》尚未发布，未能对照。`);
    const published = { key, status: '已发布' as const, issuedOn: '2021-12-01' };
    const { taskId } = await house.perform(changeBasisStatus, published);
    expect(await section('编制依据')).toContain(`《${title}》｜｜2021年12月1日｜已发布`);
    expect(await aligned()).toContain(`与《${title}》对照，2021年12月8日提出，尚未办结。`);
    await house.perform(closeRealignment, { taskId, result: '逐条对照，没有抵触' });
    expect(await aligned()).toContain('2021年12月8日办结：逐条对照，没有抵触。');
  });

  it('gives an issue with the views of all sides, the proposal and the decision', async () => {
    const { id } = await house.perform(raiseIssue, {
      kind: '分歧意见',
      title: '指标口径',
      views: [
        { holder: '甲局', view: '按年考核', reason: '便于考核' },
        { holder: '乙局', view: '五年累计。', reason: '' },
      ],
      proposal: '五年累计',
    });
    expect((await section('重大分歧意见的处理')).at(-1)).toBe('尚未提请领导小组。');
    await house.perform(escalateIssue, { issueId: id });
    await house.perform(decideIssue, { issueId: id, decision: '同意按五年累计。' });
    expect(await section('重大分歧意见的处理')).toEqual([
      '（一）指标口径（分歧意见）',
      '甲局的意见：按年考核。理由：便于考核。',
      '乙局的意见：五年累计。',
      '处理建议：五年累计。',
      '2021年12月8日提请领导小组，2021年12月8日决定：同意按五年累计。',
    ]);
  });

  it('gives the formalities with their conclusions, a record completed later only once', async () => {
    await record('evaluation', {
      title: '《上海市质量发展规划（2011—2020年）》实施成效评估报告',
      conclusion: '主要目标完成。',
      completedOn: '2021-08-04',
    });
    const review = { sentOn: '2021-11-01', office: '市司法局', conclusion: null };
    await record('legalityReview', review);
    await record('legalityReview', { ...review, returnedOn: '2021-11-10', conclusion: '合法' });
    await record('riskAssessment', { conclusion: '可控', completedOn: '2021-11-05', points: '无' });
    await record('fairCompetitionReview', { conclusion: '不适用', completedOn: '2021-11-06' });
    expect(await section(titles[3])).toEqual([
      '《〈上海市质量发展规划（2011—2020年）〉实施成效评估报告》于2021年8月4日完成，结论如下：',
      '主要目标完成。',
    ]);
    expect(await section('合法性审查')).toEqual([
      '2021年11月1日送市司法局审查，2021年11月10日回复，审查意见为“合法”。',
    ]);
    expect(await section('风险评估和公平竞争审查')).toEqual([
      '（一）风险评估',
      '2021年11月5日完成风险评估，结论为“可控”。',
      '风险点和措施：无。',
      '（二）公平竞争审查',
      '2021年11月6日完成公平竞争审查，结论为“不适用”。',
    ]);
    expect(await section('附件目录')).toContain('7.合法性审查记录（存档，未附扫描件）');
  });
});
