import { sha256 } from '../platform/index.js';
import { withoutVersionMark } from './draft-title.js';
import { type DraftText, wordingOf } from './text/index.js';

/** SHA-256 of the text of a draft, whatever file it came from. */
export const digestOf = (draft: DraftText): string => sha256(canonicalText(draft));

/** Whether two versions say the same; the name of the version in the title is no change. */
export const saysTheSame = (a: DraftText, b: DraftText): boolean =>
  canonicalText(unmarked(a)) === canonicalText(unmarked(b));

const unmarked = (draft: DraftText): DraftText => ({ ...draft, title: withoutVersionMark(draft.title) });

function canonicalText(draft: DraftText): string {
  const clauses = draft.clauses.flatMap((clause) => [clause.label, ...wordingOf(clause)]);
  return [draft.title, ...draft.head, ...clauses, ...draft.foot].join('\n');
}
