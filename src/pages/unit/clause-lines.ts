import { type DraftView } from '../../drafts/index.js';

export interface ClauseLine {
  clauseId: string;
  isChapter: boolean;
  /** 二、（五）主要目标 */
  name: string;
  heading: string;
  /** What the clause says below its heading. */
  passages: string[];
}

const longestName = 30;

/** A draft to be read: chapters as headings, below them the clauses with their wording. */
export const clauseLines = ({ clauses }: DraftView): ClauseLine[] =>
  clauses.map(({ clauseId, level, label, title, wording }) => {
    // A title that runs into its text is a passage of its own: “指导思想。”
    const passages = wording[0]?.replace(/[。：:]$/, '') === title ? wording.slice(1) : wording;
    const called = title === '' ? (passages[0] ?? '') : title;
    const short = called.length > longestName ? `${called.slice(0, longestName)}……` : called;
    return {
      clauseId,
      isChapter: level === 1,
      name: `${label}${short}`,
      heading: `${label}${title}`,
      passages,
    };
  });
