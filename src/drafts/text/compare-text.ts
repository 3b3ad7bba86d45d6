import { diffArrays } from 'diff';

export interface Segment {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A change longer than this is shown as one text for another: finding more would cost time and say little. */
const mostEdits = 1_500;
/** Characters between two changes that are only alike by chance: 加快建设 → 推动建造 is one change, not two. */
const longestIsland = 2;

/**
 * What was taken out and put in between two texts, by 汉字, Latin words and numbers. The segments that are not
 * 'added' make the first text, those that are not 'removed' the second; a removal stands before what replaces it.
 */
export function compareTexts(before: string, after: string): Segment[] {
  const bySentence = compareLists(splitSentences(before), splitSentences(after));
  const refined = bySentence.flatMap((segment, index) => {
    const next = bySentence[index + 1];
    if (segment.kind === 'removed' && next?.kind === 'added') {
      return compareLists(splitWords(segment.text), splitWords(next.text));
    }
    return segment.kind === 'added' && bySentence[index - 1]?.kind === 'removed' ? [] : [segment];
  });
  return dissolveIslands(mergeNeighbours(refined));
}

const splitSentences = (text: string): string[] =>
  text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+/gu) ?? [];

const splitWords = (text: string): string[] =>
  text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{Script=Latin}\p{M}]+|./gsu) ?? [];

function compareLists(before: string[], after: string[]): Segment[] {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const segments = changes.map(({ value, added, removed }): Segment => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return { kind, text: value.join('') };
  });
  return mergeNeighbours(segments);
}

/** Between two segments that are the same, one removal and then one addition, neither of them empty. */
function mergeNeighbours(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') merged.push({ kind: 'removed', text: removed });
    if (added !== '') merged.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of segments) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = merged.at(-1);
      if (last?.kind === 'same') last.text += text;
      else merged.push({ kind, text });
    }
  }
  flush();
  return merged;
}

/** A short text between two longer changes becomes part of them; the end of a sentence or passage never does. */
function dissolveIslands(segments: readonly Segment[]): Segment[] {
  const dissolved = segments.flatMap((segment, index): Segment[] =>
    isIsland(segments, index)
      ? [
          { kind: 'removed', text: segment.text },
          { kind: 'added', text: segment.text },
        ]
      : [{ ...segment }],
  );
  return mergeNeighbours(dissolved);
}

function isIsland(segments: readonly Segment[], index: number): boolean {
  const { kind, text } = segments[index];
  const length = Array.from(text).length;
  if (kind !== 'same' || length > longestIsland || /[。；！？\n]/u.test(text)) return false;
  const changed = (from: number, to: number): number =>
    Math.max(0, ...segments.slice(Math.max(0, from), to).map((segment) => lengthOfChange(segment)));
  return changed(index - 2, index) >= length && changed(index + 1, index + 3) >= length;
}

const lengthOfChange = ({ kind, text }: Segment): number => (kind === 'same' ? 0 : Array.from(text).length);
