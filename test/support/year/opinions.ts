import { type Desk } from '../clicks.js';

/** The notice that goes with the consultation draft. */
export async function prepareNotice(desk: Desk): Promise<void> {
  await desk.open('征求意见', '公告');
  await desk.fill({
    标题: '关于公开征求《质量强国建设纲要上海实施方案（征求意见稿）》意见的公告',
    说明: '为贯彻落实质量强国建设的决策部署，市质量办组织起草了征求意见稿，现向社会公开征求意见。',
    意见提交方式: '可以在网上逐条提出意见，也可以来信。',
  });
  await desk.press('保存公告');
}

/**
 * Somebody finds the notice, comments on one clause and is given a receipt, whose number is returned.
 * @param think lets the time pass that writing takes: what is sent at once was sent by a program
 */
export async function comment(visitor: Desk, content: string, think: () => Promise<void>): Promise<string> {
  await visitor.page.goto('/notices');
  await visitor.follow('关于公开征求');
  await visitor.follow(/^对本条提意见/);
  await visitor.fill({ 您的意见: content });
  await visitor.tick('社会公众');
  await think();
  await visitor.press('提交意见');
  await visitor.reads('请记下或者打印回执编号');
  return (await visitor.page.locator('.receipt-number').innerText()).trim();
}

/** A unit replies with one opinion on the whole text, up to the code. */
export async function writeReply(unit: Desk, content: string): Promise<void> {
  await unit.unfold('对全文的意见');
  await unit.fill({ 对全文的意见: content });
  await unit.press('检查并提交意见');
  await unit.reads('将提交1条意见');
}

export async function assignAll(desk: Desk, handler: string): Promise<void> {
  await desk.open('征求意见', '意见登记簿');
  await desk.tick('本页全选');
  const bulk = desk.at('对所选意见');
  await bulk.choose('承办人', handler);
  await bulk.press('分派');
}

export interface Decision {
  disposition: string;
  reason: string;
  /** Title of the clause that is changed for an adopted opinion. */
  clause?: string;
}

/** Disposes of the queue from its first opinion to its last. */
export async function disposeQueue(desk: Desk, decisions: Decision[]): Promise<void> {
  await desk.open('征求意见');
  await desk.follow('办理意见');
  for (const { disposition, reason, clause } of decisions) {
    await desk.group('处理意见').tick(disposition);
    await desk.fill({ 理由: reason });
    if (clause !== undefined) await desk.chooseLike('修改的条款', clause);
    await desk.press('送复核，看下一件');
    await desk.reads(`办理为“${disposition}”`);
  }
}

export async function approveQueue(desk: Desk, opinions: number): Promise<void> {
  await desk.open('征求意见');
  await desk.follow('复核');
  for (let left = opinions; left > 0; left--) {
    await desk.press('复核通过，看下一件');
    await desk.reads('已复核通过');
  }
}
