import { sha256 } from '../../platform/index.js';
import type { DraftText } from './clause.js';

/**
 * What the digest of a version covers: everything a reader reads, in order, one line of JSON per part (NFC,
 * LF). Ids are left out, so the same text has the same digest wherever it was read in; responsibilities are
 * left out, because they are read from the text.
 */
export function canonicalDraftText(draft: DraftText): string {
  const lines = [
    ['title', draft.title],
    ...draft.head.map((text) => ['head', text]),
    ...draft.clauses.map((clause) => [
      clause.kind,
      clause.label,
      clause.title,
      clause.titleStop,
      clause.runIn,
      clause.body,
      clause.items.map((item) => [item.afterPassage, item.mark, item.text]),
    ]),
    ...draft.foot.map((text) => ['foot', text]),
  ];
  return lines.map((line) => `${JSON.stringify(line, stabilise)}\n`).join('');
}

/** Lines are arrays of strings, figures and truth values, whose JSON is the same everywhere once the text is. */
function stabilise(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\r\n?/gu, '\n').normalize('NFC') : value;
}

/** Hex SHA-256 of {@link canonicalDraftText}. */
export const digestDraft = (draft: DraftText): string => sha256(canonicalDraftText(draft));
