import { categoryNames, unitCategories } from '../../directory/index.js';
import { type Breakdown } from '../../obligations/index.js';

export interface Part {
  key: string;
  title: string;
  alarm: boolean;
  holds: (line: Breakdown) => boolean;
}

const open = ({ state }: Breakdown): boolean => state === 'owed' || state === 'drafting';

/** Every obligation is in exactly one of these, so they add up to the total. */
export const parts: Part[] = [
  { key: 'accepted', title: '审核通过', alarm: false, holds: ({ state }) => state === 'accepted' },
  { key: 'submitted', title: '待审核', alarm: false, holds: ({ state }) => state === 'submitted' },
  {
    key: 'returned',
    title: '退回待补正',
    alarm: false,
    holds: ({ state, late }) => state === 'returned' && !late,
  },
  {
    key: 'extended',
    title: '延期中',
    alarm: false,
    holds: (line) => open(line) && !line.late && line.extended,
  },
  { key: 'open', title: '未到期', alarm: false, holds: (line) => open(line) && !line.late && !line.extended },
  { key: 'late', title: '逾期', alarm: true, holds: ({ late }) => late },
  { key: 'waived', title: '豁免', alarm: false, holds: ({ state }) => state === 'waived' },
  { key: 'unanswered', title: '未回复', alarm: false, holds: ({ state }) => state === 'unanswered' },
];

export interface ProgressLine {
  category: string | null;
  title: string;
  total: number;
  counts: { title: string; count: number; alarm: boolean }[];
  settled: number;
}

/** The register counted by category, each line and the sum of all. */
export function progressView(breakdown: readonly Breakdown[]): { lines: ProgressLine[]; all: ProgressLine } {
  const lines = unitCategories.map((category) =>
    lineOf(
      category,
      categoryNames[category].title,
      breakdown.filter((line) => line.category === category),
    ),
  );
  return { lines, all: lineOf(null, '合计', breakdown) };
}

function lineOf(category: string | null, title: string, own: readonly Breakdown[]): ProgressLine {
  const sum = (holds: (line: Breakdown) => boolean) =>
    own.filter(holds).reduce((total, line) => total + line.count, 0);
  const counts = parts.map((part) => ({ title: part.title, count: sum(part.holds), alarm: part.alarm }));
  const settled = sum(({ state }) => state === 'accepted' || state === 'waived' || state === 'unanswered');
  return { category, title, total: sum(() => true), counts, settled };
}

export const countOf = ({ counts }: ProgressLine, title: string): number =>
  counts.find((count) => count.title === title)?.count ?? 0;
