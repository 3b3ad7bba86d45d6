import { type Desk, scan } from '../clicks.js';

/** Registers when and where a meeting will be; the members of the leading group are all invited beforehand. */
export async function arrangeMeeting(desk: Desk, title: string, date: string, guests: string[]) {
  await desk.open('会议');
  await desk.follow(`安排${title}`);
  await desk.fill({ 日期: date, 地点: '市市场监管局会议室' });
  await desk.tick(...guests);
  await desk.press('登记安排');
}

/** The page of the last meeting of a kind. */
export async function openMeeting(desk: Desk, title: string): Promise<void> {
  await desk.open('会议');
  await desk.at('历次会议').follow(title);
}

export async function recordAttendance(desk: Desk): Promise<void> {
  const attendance = desk.at('登记到会');
  await attendance.tick('全选');
  await attendance.press('登记到会');
  await desk.reads(/已登记到会\d+名/);
}

/** Says that there is a conflict of interest; nothing else is asked of such an expert. */
export async function withdraw(expert: Desk): Promise<void> {
  await expert.tick('有直接利害关系，依规回避');
  await expert.fill({ '有直接利害关系的，写明是何关系': '承担了有关课题' });
  await expert.press('声明');
  await expert.reads('已声明。依规应当回避');
}

/** Declares no conflict, makes one point, writes the opinion and signs it with the code that is mailed for it. */
export async function giveOpinion(expert: Desk, mailedCode: () => Promise<string>): Promise<void> {
  await expert.tick('没有直接利害关系');
  await expert.press('声明');
  await expert.unfold('对全文提意见');
  await expert.fill({ 对全文的论证意见: '建议增加质量基础设施协同服务的评价办法。' });
  await expert.press('登记');
  await expert.tick('修改后通过');
  await expert.at('书面论证意见').fill({ 论证意见: '文稿总体可行，建议按所提意见修改。' });
  await expert.press('保存书面意见');
  await expert.press('把验证码发到我的邮箱');
  await expert.fill({ 验证码: await mailedCode() });
  await expert.press('签署');
  await expert.reads('书面论证意见已签署');
}

/** What an expert did on paper is registered for them, with the scan of the signed sheet. */
export async function registerPaperOpinion(desk: Desk, expert: string): Promise<void> {
  await desk.follow(expert);
  const conflict = desk.at('利害关系声明');
  await conflict.tick('无直接利害关系');
  await conflict.press('登记声明');
  await desk.choose('论证结论建议', '修改后通过');
  await desk.fill({ 意见和理由: '文稿总体可行，建议按所提意见修改。' });
  await desk.press('登记书面意见');
  await desk.attach('签字页扫描件', scan(expert));
  await desk.press('登记签署');
  await desk.reads('已登记签署');
  await desk.follow('回到会议');
}

/** A point that the meeting as a whole made. */
export async function filePoint(desk: Desk, content: string): Promise<void> {
  const form = desk.at('审议意见');
  await form.fill({ 意见: content });
  await form.press('登记意见');
  await desk.reads('已登记第1条意见');
}

export async function conclude(desk: Desk, headStatement: string | null): Promise<void> {
  const form = desk.at('结论');
  await form.choose('结论', '修改后通过');
  await form.fill({ 讨论情况: '听取起草情况汇报，逐条讨论。' });
  if (headStatement !== null) await form.fill({ 主要负责人最后发表的意见: headStatement });
  await form.press('登记结论');
  await desk.reads('已登记结论“修改后通过”');
}

/** Answers the one point of a meeting with the clause that was changed for it. */
export async function answerPoint(desk: Desk, meeting: string): Promise<void> {
  await openMeeting(desk, meeting);
  await answerFirst(desk);
}

async function answerFirst(desk: Desk): Promise<void> {
  await desk.group('条意见的处理').tick('已修改文稿');
  // Only a clause whose text changed can be named as the answer.
  const changed = desk.page.locator('select[name=clauseId] option', { hasText: '（有改动）' });
  await desk.choose('修改的条款', { label: await changed.last().innerText() });
  await desk.fill({ 如何修改: '已按意见修改有关表述，明确责任单位和时限。' });
  await desk.press('登记答复');
  await desk.reads('已登记答复');
}

/** A disagreement with the views of both sides, put before the leading group. */
export async function raiseDisagreement(desk: Desk): Promise<void> {
  await desk.open('会议', '重大分歧');
  await desk.choose('种类', '分歧意见');
  await desk.fill({
    事项: '单位生产总值能耗下降目标的口径',
    '甲方：单位': '市发展改革委',
    '甲方：意见': '采用五年累计下降口径',
    '甲方：理由': '与市“十四五”规划纲要一致',
    '乙方：单位': '市经济信息化委',
    '乙方：意见': '采用年均下降口径',
    '乙方：理由': '便于年度考核',
    秘书处的处理建议: '采用五年累计下降口径，年度考核另行分解。',
  });
  await desk.at('登记一项').press('登记');
  await desk.press('提请领导小组');
}

export async function decideDisagreement(desk: Desk): Promise<void> {
  await desk.open('会议', '重大分歧');
  await desk.fill({ 领导小组的决定: '采用起草工作组的处理建议。' });
  await desk.press('登记决定');
  await desk.reads('已登记领导小组的决定');
}

/** What the government wrote when it sent the packet back. */
export async function fileMunicipalPoint(desk: Desk, content: string): Promise<void> {
  await desk.open('会议', '市政府退回意见');
  await desk.fill({ 意见: content });
  await desk.press('登记意见');
  await desk.reads('条意见。');
}

export async function answerMunicipalPoint(desk: Desk): Promise<void> {
  await desk.open('会议', '市政府退回意见');
  await answerFirst(desk);
}
