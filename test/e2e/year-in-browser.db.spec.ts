import { describeInBrowser } from '../support/browser.js';
import { type ChosenFile, type Desk, scan } from '../support/clicks.js';
import { buildPacket, recordProcedure, writeExplanation } from '../support/year/approval.js';
import { compareWithPlans, importDraft, logVisit, traceFirstClause } from '../support/year/drafting.js';
import { filterByNothing } from '../support/year/looking.js';
import {
  answerMunicipalPoint,
  answerPoint,
  arrangeMeeting,
  conclude,
  decideDisagreement,
  fileMunicipalPoint,
  filePoint,
  giveOpinion,
  openMeeting,
  raiseDisagreement,
  recordAttendance,
  registerPaperOpinion,
  withdraw,
} from '../support/year/meetings.js';
import {
  approveQueue,
  assignAll,
  comment,
  disposeQueue,
  prepareNotice,
  writeReply,
} from '../support/year/opinions.js';
import { fillMaterial, submitMaterial } from '../support/year/unit-form.js';
import { scanFile } from '../support/scan.js';
import { Year } from '../support/year/year.js';

const liaison = (unit: string) => `liaison.${unit}@example.org`;
const expertMeeting = '专家论证会';
const plenary = '市质量工作领导小组全体会议';

describeInBrowser('the whole year of 2021, clicked', () => {
  let year: Year;
  let office: Desk;
  let failed = false;
  let receipt = '';
  let packet: ChosenFile;
  beforeAll(async () => {
    year = await Year.open();
    office = year.office;
  }, 300_000);
  afterAll(() => year?.close());

  /** What comes after a chapter that failed cannot happen either. */
  const chapter = (title: string, play: () => Promise<void>) =>
    it(title, async () => {
      if (failed) throw new Error('an earlier chapter failed');
      failed = true;
      await play().catch((error: unknown) => year.explain(error));
      failed = false;
    });

  chapter('begins: the notice goes out to twelve units', async () => {
    await year.on('2021-06-25T09:30');
    await office.advance('启动编制');
    await office.open('报送');
    expect(await office.heading()).toContain('12');
  });

  chapter('two units hand in their material, each with the code from its mail', async () => {
    await year.on('2021-07-06T10:00');
    for (const key of ['market-regulation', 'association-quality']) {
      const unit = await year.byLetter('notice', liaison(key));
      await unit.press('签收通知');
      await fillMaterial(unit);
      await unit.attach('盖章的报送函', scan(key));
      await unit.at('公函扫描件').press('上传');
      await submitMaterial(unit, () => year.mailedCode('access-code', liaison(key)));
    }
  });

  chapter('what is not good enough goes back with a remark, and comes again', async () => {
    await year.on('2021-07-12T10:00');
    await office.open('报送');
    await office.follow('上海市质量协会');
    await office.fill({ 总的意见: '请补充2035年指标的测算依据。' });
    await office.press('退回补正');
    await year.wait('2021-07-13T10:00');
    const address = liaison('association-quality');
    const unit = await year.byLetter('returned', address);
    await unit.reads('请补充2035年指标的测算依据。');
    await unit.fill({ 测算方法: '按近五年平均增速推算' });
    await unit.press(/^保存$/);
    await submitMaterial(unit, () => year.mailedCode('access-code', address));
  });

  chapter('the collection cannot be closed while units still owe; the page says which', async () => {
    await year.on('2021-07-27T17:00');
    await office.open('总览');
    await office.follow('逐项说明');
    expect(await office.heading()).toBe('现在不能办理“结束材料收集”');
    await office.reads('还有12家单位未办结');
    await filterByNothing(office);
    expect(year.complaints()).toEqual([]);
  });

  chapter('the secretariat accepts what came, waives the rest and closes the collection', async () => {
    await year.on('2021-08-04T10:00');
    await office.open('报送');
    await office.choose('状态', '待审核');
    await office.press('筛选');
    await office.tick('选择本页全部');
    await office.press('审核通过');
    await office.press('审核通过2件');
    await office.tick('选择本页全部');
    await office.press('豁免');
    await office.fill({ 理由: '确无相关职责，不再报送', 批准人职务: '市质量办副主任（岗位）' });
    await office.press('豁免10件');
    await office.reads('已豁免10件');
    await office.advance('结束材料收集');
  });

  chapter('the first draft names its sources and is compared with the plans above', async () => {
    await year.on('2021-08-13T10:00');
    const evaluation = { 评估报告名称: '规划实施成效评估报告', 完成日期: '2021-08-04' };
    await recordProcedure(office, '成效评估', evaluation, {}, scanFile());
    await importDraft(office, '01-chugao.md');
    await traceFirstClause(office);
    expect(await compareWithPlans(office)).toBeGreaterThan(0);
    await office.advance('形成初稿');
  });

  chapter('an industry, a district and an enterprise are visited for the consultation draft', async () => {
    await year.on('2021-08-30T10:00');
    await logVisit(office, '行业', '上海市质量协会', '2021-08-16');
    await logVisit(office, '区', '杨浦区', '2021-08-18');
    await logVisit(office, '企业', '上海电气（集团）总公司', '2021-08-20');
    await importDraft(office, '02-zhengqiuyijiangao.md');
    await office.advance('形成征求意见稿');
  });

  chapter('the public is asked: a citizen comments, a unit replies, and both are registered', async () => {
    await year.on('2021-08-31T08:50');
    await prepareNotice(office);
    await office.advance('公开征求意见');
    await year.wait('2021-09-06T10:00');
    receipt = await comment(await year.visitor(), '建议增加消费者投诉与质量改进联动的内容。', () =>
      year.wait('2021-09-06T10:05'),
    );
    const to = liaison('market-regulation');
    const unit = await year.byLetter('consultation-opened', to);
    await writeReply(unit, '建议明确各项任务的责任单位。');
    await unit.fill({ 验证码: await year.mailedCode('access-code', to) });
    await unit.press('正式提交');
    await unit.reads('已回复');
  });

  chapter('the timer closes it; every opinion is disposed of by one and approved by another', async () => {
    await year.on('2021-10-08T09:30');
    await office.open('总览');
    await office.reads('办理意见');
    await assignAll(office, '经办一岗');
    await disposeQueue(office, [
      { disposition: '采纳', reason: '', clause: '加强全面质量监管' },
      { disposition: '不采纳', reason: '所提事项由有关专项规划规定。' },
    ]);
    await approveQueue(year.reviewer, 2);
    await importDraft(office, '03-lunzhenggao.md');
    await office.advance('形成论证稿');
  });

  chapter('four experts are invited; one says yes, one withdraws for a conflict of interest', async () => {
    await year.on('2021-10-12T10:00');
    await arrangeMeeting(office, expertMeeting, '2021-10-20', ['专家A', '专家B', '专家C', '专家D']);
    await office.advance('召集专家论证');
    await year.wait('2021-10-13T10:00');
    const expert = await year.byLetter('invitation', 'expert-a@example.org', 'm');
    await expert.press('参加');
    await expert.reads('已答复：参加');
    const partial = await year.byLetter('invitation', 'expert-d@example.org', 'm');
    await withdraw(partial);
  });

  chapter('the experts meet: one signs with the mailed code, two on paper', async () => {
    await year.on('2021-10-20T17:30');
    await openMeeting(office, expertMeeting);
    await recordAttendance(office);
    const expert = await year.byLetter('invitation', 'expert-a@example.org', 'm');
    await giveOpinion(expert, () => year.mailedCode('signing-code', 'expert-a@example.org'));
    await openMeeting(office, expertMeeting);
    await registerPaperOpinion(office, '专家B');
    await registerPaperOpinion(office, '专家C');
    await conclude(office, null);
    await office.advance('论证通过');
  });

  chapter('the review draft answers the experts and goes to legal review', async () => {
    await year.on('2021-11-01T10:00');
    await importDraft(office, '04-songshengao.md');
    await answerPoint(office, expertMeeting);
    await office.advance('形成送审稿');
    await recordProcedure(office, '合法性审查', { 送审日期: '2021-11-01', 审查机构: '市市场监管局法规处' });
    await raiseDisagreement(office);
  });

  chapter('the formalities come back and the plenary is convened', async () => {
    await year.on('2021-11-12T10:00');
    const opinion = { 意见回复日期: '2021-11-10', 具体意见: '决策主体、权限、程序和内容符合规定。' };
    await recordProcedure(office, '合法性审查', opinion, { 审查结论: '合法' });
    await recordProcedure(
      office,
      '风险评估',
      { 完成日期: '2021-11-08', 风险点: '无重大风险点' },
      { 结论: '可控' },
    );
    await recordProcedure(office, '公平竞争审查', { 完成日期: '2021-11-09' }, { 结论: '符合' });
    await arrangeMeeting(office, plenary, '2021-11-24', []);
    await office.advance('召集全体会议');
  });

  chapter('the leading group decides, also on the disagreement', async () => {
    await year.on('2021-11-24T17:30');
    await openMeeting(office, plenary);
    await recordAttendance(office);
    await filePoint(office, '进一步明确各项任务的牵头单位和完成时限。');
    await conclude(office, '原则通过，按会议意见修改后报市政府。');
    await decideDisagreement(office);
    await office.advance('审议通过');
  });

  chapter('the approval draft carries what the plenary asked for', async () => {
    await year.on('2021-11-29T10:00');
    await importDraft(office, '05-baopigao.md');
    await answerPoint(office, plenary);
    await office.advance('形成报批稿');
  });

  chapter('the packet is explained, built by the worker and submitted', async () => {
    await year.on('2021-12-08T09:00');
    expect(await writeExplanation(office)).toBeGreaterThan(0);
    await recordProcedure(office, '请示报告', { 请示报告日期: '2021-12-06' });
    await buildPacket(office, '生成报批材料', () => year.wait('2021-12-08T09:10'));
    await office.advance('报市政府审批');
  });

  chapter('the municipal government sends it back; it is reworked, built and submitted again', async () => {
    await year.on('2021-12-16T15:00');
    const remark = '请进一步明确保障措施。';
    const returned = { 决定日期: '2021-12-16', 批示或者退回意见: remark };
    await recordProcedure(office, '市政府审批', returned, { 决定: '退回' });
    await office.advance('市政府退回');
    await fileMunicipalPoint(office, remark);
    await year.on('2021-12-20T10:00');
    await importDraft(office, '05-baopigao.md', '并根据退回意见落实责任单位和完成时限。');
    await answerMunicipalPoint(office);
    await office.advance('重新形成报批稿');
    packet = await buildPacket(office, '重新生成', () => year.wait('2021-12-20T10:10'));
    await office.advance('报市政府审批');
  });

  chapter('the municipal government approves and the scheme is published', async () => {
    await year.on('2021-12-28T15:00');
    const approved = { 决定日期: '2021-12-28', 批准文号: '沪府〔2021〕（推演）号' };
    await recordProcedure(office, '市政府审批', approved, { 决定: '批准' });
    await office.advance('市政府批准');
    await year.on('2021-12-30T10:00');
    await importDraft(office, '06-fabugao.md');
    await office.advance('发布');
    await office.reads('已发布');
  });

  chapter('anybody can check it: the packet, the ledger, and the fate of the comment', async () => {
    await office.open('总览');
    expect(await office.heading()).toBe('已发布。');
    await office.open('报批');
    await office.follow(/^第2次/);
    await office.follow('核验这一包');
    expect(await office.heading()).toContain('核验通过');
    await office.open('报批', '核验');
    await office.attach('报批材料压缩包', packet);
    await office.press('核验');
    expect(await office.heading()).toContain('核验通过');
    await office.open('台账');
    await office.follow('核验台账');
    expect(await office.heading()).toContain('与库中的流程和登记相符');
    const visitor = await year.visitor();
    await visitor.page.goto('/receipts');
    await visitor.fill({ 回执编号: receipt });
    await visitor.press('查询');
    await visitor.at('处理结果').reads('采纳');
    await visitor.page.goto('/notices');
    await visitor.follow('公布的采纳情况');
    await visitor.at('公众意见逐条处理情况').reads('建议增加消费者投诉与质量改进联动的内容。');
    expect(year.complaints()).toEqual([]);
  });
});
