import { diffArrays } from 'diff';
import { type IdentifiedClause, wordingOf } from './clause.js';

export interface Sentence {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Spaces and line breaks aside: a passage broken in another place says the same. */
export const condense = (text: string): string => text.replace(/\s+/gu, '');

/** The sentences of a clause in reading order, without its number; a title is one. */
export const sentencesOf = (clause: IdentifiedClause): string[] =>
  wordingOf(clause)
    .flatMap((line) => line.match(/[^。；！？]*[。；！？][”’」』）)]*|[^。；！？]+/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Sentence by sentence, whole: what went stands before what came in its place. */
export function compareSentences(before: readonly string[], after: readonly string[]): Sentence[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (left, right) => condense(left) === condense(right),
  });
  return changes.flatMap(({ value, added, removed }) =>
    value.map((text): Sentence => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
}

const omission = '……';

/**
 * How the text reads now where it changed: changed sentences whole, `……` for those that stayed, and a sentence that
 * went without another in its place is quoted as deleted.
 */
export function quoteChanges(sentences: readonly Sentence[]): string {
  let quoted = '';
  for (let start = 0; start < sentences.length;) {
    const { kind } = sentences[start];
    let end = start;
    while (end < sentences.length && (sentences[end].kind === 'same') === (kind === 'same')) end += 1;
    quoted += kind === 'same' ? omission : quoteRun(sentences.slice(start, end));
    start = end;
  }
  return quoted;
}

function quoteRun(run: readonly Sentence[]): string {
  const textOf = (kind: Sentence['kind']): string =>
    run
      .filter((sentence) => sentence.kind === kind)
      .map(({ text }) => text)
      .join('');
  return textOf('added') || `（删去“${textOf('removed')}”）`;
}
