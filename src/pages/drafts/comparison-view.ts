import { type ClauseComparison, type ClauseStatus } from '../../drafts/index.js';

const words: Record<ClauseStatus, { word: string; shape: string }> = {
  unchanged: { word: '未改', shape: 'dash' },
  reworded: { word: '文字有改动', shape: 'half' },
  moved: { word: '位置移动', shape: 'back' },
  renumbered: { word: '编号变化', shape: 'ring' },
  added: { word: '新增', shape: 'done' },
  removed: { word: '删去', shape: 'block' },
};

/** Clauses of a comparison as the partial prints them. */
export const comparedClauses = (clauses: readonly ClauseComparison[]) =>
  clauses.map(({ id, status, before, after, segments }) => ({
    anchor: `c-${id}`,
    ...words[status],
    changed: status !== 'unchanged',
    numbers: numbersOf(before?.label ?? null, after?.label ?? null),
    segments: segments.map(({ kind, text }) => ({ kind, text: withMergesTold(text) })),
  }));

/** In rows of a table the marks of merged cells are words; two texts beside one another cannot be one table. */
const withMergesTold = (text: string): string =>
  text.replace(/(?<=^\| |(?<!\\)\| )([<^])(?= \|)/gmu, (_, mark) =>
    mark === '<' ? '〔并入左格〕' : '〔并入上格〕',
  );

/** 二、（三）→二、（四） when the number changed, else the number. */
function numbersOf(before: string | null, after: string | null): string {
  if (before === null || after === null || before === after) return after ?? before ?? '';
  return `${before}→${after}`;
}

export interface ChangeCounts {
  total: number;
  parts: { word: string; count: number }[];
}

/** How many clauses changed in which way; the parts make the total. */
export function changeCounts(clauses: readonly ClauseComparison[]): ChangeCounts {
  const statuses = Object.keys(words) as ClauseStatus[];
  const parts = statuses.map((status) => ({
    word: words[status].word,
    count: clauses.filter((clause) => clause.status === status).length,
  }));
  return { total: clauses.length, parts };
}
