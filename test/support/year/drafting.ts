import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedsFolder } from '../../../src/platform/index.js';
import { type Desk } from '../clicks.js';

/**
 * Looks at how a text is split, takes it as the next revision and sees to it that the split is confirmed.
 * @param rework ends the last clause: the same words again would be no answer to those who sent the draft back
 */
export async function importDraft(desk: Desk, file: string, rework = ''): Promise<void> {
  await desk.open('文稿', '上传修改稿');
  const text = readFileSync(join(seedsFolder, 'drafts', file), 'utf8');
  const buffer = Buffer.from(rework === '' ? text : text.replace(/。(?=\s*(?:\n---\s|$))/u, `，${rework}`));
  await desk.attach('文稿文件', { name: file, mimeType: 'text/markdown', buffer });
  await desk.press('预览条款拆分');
  await desk.press('导入为修改稿');
  await desk.reads('已导入');
  // A split without doubts counts as confirmed.
  if (await desk.sees('请核对并确认条款拆分')) await desk.press('确认条款拆分');
  await desk.reads('条款拆分已于');
}

/** Names a material as the source of one clause of the revision that is open. */
export async function traceFirstClause(desk: Desk): Promise<void> {
  await desk.open('文稿');
  await desk.follow(/^打开/);
  await desk.follow(/^修改、注明来源/);
  await desk.choose('已审核通过的报送材料', { index: 0 });
  await desk.press('注明来源');
  await desk.reads('已注明来源1处');
}

/** Closes every comparison with the plans above this one; how many there were. */
export async function compareWithPlans(desk: Desk): Promise<number> {
  await desk.open('文稿', '上位文件');
  const open = desk.page.getByRole('button', { name: '办结' });
  const total = await open.count();
  for (let left = total; left > 0; left--) {
    await desk.fill({ 对照结果: '目标、任务与该文件一致，无须修改。' });
    await desk.press('办结');
  }
  await desk.reads('对照任务均已办结');
  return total;
}

/** A visit to one industry, district or enterprise. */
export async function logVisit(desk: Desk, kind: string, place: string, visitedOn: string): Promise<void> {
  await desk.open('课题与指标', '调研走访');
  const form = desk.at('登记一次走访');
  await form.tick(kind);
  await form.fill({ 地点: place, 日期: visitedOn, 接待单位: place, 调研发现: '建议增加中小企业质量服务。' });
  await form.press('登记');
  await desk.reads(`已登记到“${place}”的调研走访`);
}
