import { type ClauseView } from '../../drafts/index.js';

export interface ClauseText {
  /** 1 to 4, as the form of its number says. */
  level: number;
  chapter: boolean;
  article: boolean;
  /** “（五）”: the last part of its number. */
  mark: string;
  label: string;
  /** Null when the clause is only a paragraph. */
  heading: string | null;
  passages: string[];
}

/** A clause as a document prints it: heading and passages apart, the number without those above it. */
export function clauseText(clause: ClauseView, all: readonly ClauseView[]): ClauseText {
  const { level, label, title, wording } = clause;
  const above = all.find(({ clauseId }) => clauseId === clause.parentClauseId)?.label ?? '';
  const mark = label.startsWith(above) ? label.slice(above.length) : label;
  const [first = '', ...rest] = wording;
  const headed = level <= 2 && title !== '' && first.startsWith(title);
  const stop = headed ? (/^[。：；]/u.exec(first.slice(title.length))?.[0] ?? '') : '';
  const running = headed ? first.slice(title.length + stop.length) : '';
  const unheaded = level === 1 ? wording : [mark + first, ...rest];
  const passages = headed ? [...(running === '' ? [] : [running]), ...rest] : unheaded;
  return {
    level,
    chapter: level === 1,
    article: level === 2,
    mark,
    label,
    heading: headed ? title : null,
    passages,
  };
}
