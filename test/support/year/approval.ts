import { type scanFile } from '../scan.js';
import { type ChosenFile, type Desk } from '../clicks.js';

/** Registers a formality: what is typed by label, what is chosen by label. */
export async function recordProcedure(
  desk: Desk,
  title: string,
  typed: Record<string, string>,
  chosen: Record<string, string> = {},
  scan: ReturnType<typeof scanFile> | null = null,
): Promise<void> {
  await desk.open('报批', '程序性文件');
  const section = desk.at(title);
  if (await section.sees('重新登记')) await section.unfold('重新登记');
  await section.fill(typed);
  for (const [label, word] of Object.entries(chosen)) await section.choose(label, word);
  if (scan !== null) await section.attach('扫描件', scan);
  await section.press(/^登记/);
  await desk.reads('以本次登记的为准');
}

/** Writes every section of the explanation that only a person can write; how many there were. */
export async function writeExplanation(desk: Desk): Promise<number> {
  await desk.open('报批', '编制说明');
  const contents = desk.page.getByRole('navigation', { name: '编制说明目录' });
  const missing = contents.getByRole('listitem').filter({ hasText: '还没有撰写' });
  const total = await missing.count();
  for (let left = total; left > 0; left--) {
    const title = await missing.first().getByRole('link').innerText();
    await desk.follow(title);
    const text = desk.page.getByRole('region', { name: '撰写', exact: true }).getByRole('textbox');
    await text.fill('编制本实施方案，是质量强国建设的需要。');
    await desk.press('保存');
    await desk.reads('已保存');
  }
  await desk.reads('须由人撰写的都有交代');
  return total;
}

/** Orders the packet, lets the worker build it, and takes it away; the page follows the worker by itself. */
export async function buildPacket(
  desk: Desk,
  button: string,
  work: () => Promise<void>,
): Promise<ChosenFile> {
  await desk.open('报批');
  await desk.press(button);
  await work();
  await desk.reads(/^下载报批材料/);
  return desk.download(/^下载报批材料/);
}
