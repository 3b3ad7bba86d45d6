import { quarterOrHalf } from '../content/index.js';

export interface Milestone {
  by: string;
  result: string;
}

const day = String.raw`20\d{2}(?:年|[-./](?=\d))?(?:\d{1,2}月?)?(?:[-./]?\d{1,2}日)?`;
const date = `${day}(?:${quarterOrHalf})?(?:(?:[—–~～至-]+)(?:${day}|\\d{1,2}月)(?:${quarterOrHalf})?)?(?:年?[底末初中])?(?:之前|以前|前|内)?`;
const datedBefore = new RegExp(`^(?:到|至|在|截至)?(${date})\\s*(?:[：:，,、—-]|起|,)*\\s*(.*)$`, 'su');
const datedBehind = new RegExp(`^(.*?)[（(](${date})[)）]$`, 'su');
const enumerated =
  /^(?:[①-⑳]|[(（]?\d{1,2}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六]阶段[：:]?|[一二三四五]是)\s*/u;

/** “2022年底前：启动；2025年12月31日前完成” as milestones; a step without a date is kept for the unit to date. */
export function readMilestones(cell: string): Milestone[] {
  return cell
    .split(/[；;\n]|[，,。](?=\s*(?:到|至)?20\d{2})/u)
    .map((step) => step.trim().replace(/[。，,]$/u, ''))
    .filter((step) => step !== '')
    .map(readMilestone);
}

function readMilestone(step: string): Milestone {
  const text = step.normalize('NFKC').replace(enumerated, '').trim();
  const before = datedBefore.exec(text);
  if (before) return { by: before[1], result: before[2] };
  const behind = datedBehind.exec(text);
  return behind ? { by: behind[2], result: behind[1] } : { by: '', result: step };
}
