export interface Amount {
  bound: '' | '≥' | '≤';
  figures: string;
  unit: string;
}

const bounds: Record<string, '≥' | '≤'> = {
  '≥': '≥',
  '>=': '≥',
  不低于: '≥',
  不少于: '≥',
  大于等于: '≥',
  '≤': '≤',
  '<=': '≤',
  不高于: '≤',
  不超过: '≤',
  小于等于: '≤',
};
const amountPattern = new RegExp(
  `^(${Object.keys(bounds).join('|')}|达到)?\\s*([+\\-−]?[\\d,]+(?:\\.\\d+)?)\\s*(\\D{0,12})$`,
);

/** “≥95%” → ≥, 95, %; what is no amount stays whole. */
export function readAmount(cell: string): Amount {
  const text = cell.normalize('NFKC').trim();
  const match = amountPattern.exec(text);
  if (!match) return { bound: '', figures: cell.trim(), unit: '' };
  const [, bound, figures, unit] = match;
  return { bound: bounds[bound] ?? '', figures, unit: unit.trim() };
}

/** A unit that stands in brackets behind the name: 全员劳动生产率（万元/人）. */
export function splitUnit(name: string, unit: string): { name: string; unit: string } {
  const given = unit.normalize('NFKC').trim();
  const bracketed = /^(.+?)[（(]([^（()）]{1,12})[）)]$/.exec(name.trim());
  if (given !== '' || !bracketed) return { name: name.trim(), unit: given };
  return { name: bracketed[1].trim(), unit: bracketed[2].normalize('NFKC').trim() };
}

export interface Milestone {
  by: string;
  result: string;
}

const dated = /^(20\d{2}(?:年|[-./](?=\d))?(?:\d{1,2}月?)?(?:底|末)?前?)\s*[：:，,、—-]*\s*(.*)$/;

/** “2022年：完成立项；2025年：建成” as milestones; a step without a date is kept for the unit to date. */
export function readMilestones(cell: string): Milestone[] {
  return cell
    .split(/[；;\n]/)
    .map((step) => step.trim().replace(/。$/, ''))
    .filter((step) => step !== '')
    .map((step) => {
      const match = dated.exec(step.normalize('NFKC'));
      return match ? { by: match[1], result: match[2] } : { by: '', result: step };
    });
}
