/** The four numbered levels of a plan: 章 一、, 条 （一）, 款 1., 项 （1） (GB/T 9704-2012, 7.3.3). */
export const clauseKinds = ['chapter', 'article', 'paragraph', 'subparagraph'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** 1 for a chapter to 4 for a subparagraph; a level says the form of the number, not the depth in the tree. */
export type ClauseLevel = 1 | 2 | 3 | 4;

/** A dash item (--), an enumerated one (一是) or a table (|) inside a clause: a mark, but no number to be cited by. */
export interface ClauseItem {
  /** “--”, “一是”, “①”, or “|” for a table. */
  mark: string;
  /** What follows the mark. */
  text: string;
  /** How many passages of the body stand before it. */
  afterPassage: number;
}

/** Who must do what, read from a bracket like （责任单位：…） or （…牵头负责）. The bracket stays in the body. */
export interface Responsibility {
  /** The bracket as written. */
  text: string;
  /** Units that answer for it. Several may lead together. */
  lead: string[];
  /** Units that take part, each within its own duties (按职责分工负责, 配合). */
  participate: string[];
  /** Those of either list that stand as 责任单位, neither 牵头 nor 配合 by the text's own word. */
  answering?: string[];
  /** Until when, as written: 2022年6月, 长期坚持. */
  due?: string;
  /** The sentences it covers: those since the previous such bracket of the same passage. */
  covers: string;
}

export interface ClauseContent {
  kind: ClauseKind;
  level: ClauseLevel;
  /** Numbers of the clause and of the clauses above it: [2, 5] for 二、（五）. */
  numberPath: number[];
  /** The number as shown: “二、（五）”. */
  label: string;
  title: string;
  /** The full stop after the title as written, or '' when the title stands alone on its line. */
  titleStop: string;
  /** Whether the body goes on in the title's line. */
  runIn: boolean;
  /** Passages (自然段) separated by line feeds; '' when there is none. */
  body: string;
  items: ClauseItem[];
  responsibilities: Responsibility[];
}

/** A clause of a text just split: it has no identity yet. */
export interface ClauseNode extends ClauseContent {
  /** The number as it was written, without spaces: 1、 where ours is 1. */
  written: string;
  children: ClauseNode[];
}

/** A clause that is known from version to version. Lists of these are in document order, parents first. */
export interface IdentifiedClause extends ClauseContent {
  id: string;
  parentId: string | null;
}

/** What stands around the clauses: the title, the passages before the first clause and after the last. */
export interface DraftFrame {
  title: string;
  head: string[];
  foot: string[];
}

export interface ParsedDraft extends DraftFrame {
  clauses: ClauseNode[];
}

export interface DraftText extends DraftFrame {
  clauses: IdentifiedClause[];
}

export const levelOf = (kind: ClauseKind): ClauseLevel => (clauseKinds.indexOf(kind) + 1) as ClauseLevel;

export const passagesOf = (clause: Pick<ClauseContent, 'body'>): string[] =>
  clause.body === '' ? [] : clause.body.split('\n');

/**
 * The passages of a clause in reading order, the items among them, without its number. The first holds the title
 * and, when it runs in, the beginning of the body.
 */
export function wordingOf(clause: ClauseContent): string[] {
  const passages = passagesOf(clause);
  const heading = clause.title + clause.titleStop + (clause.runIn ? (passages[0] ?? '') : '');
  const lines = heading === '' ? [] : [heading];
  for (let index = 0; index <= passages.length; index++) {
    if (index > 0 && !(index === 1 && clause.runIn)) lines.push(passages[index - 1]);
    lines.push(
      ...clause.items.filter((item) => item.afterPassage === index).map((item) => item.mark + item.text),
    );
  }
  return lines;
}

/** All clauses of a tree in document order, each with the place of its parent in that order, or −1. */
export function flattenClauses(clauses: ClauseNode[]): { clause: ClauseNode; parent: number }[] {
  const flat: { clause: ClauseNode; parent: number }[] = [];
  const visit = (nodes: ClauseNode[], parent: number): void => {
    for (const clause of nodes) {
      flat.push({ clause, parent });
      visit(clause.children, flat.length - 1);
    }
  };
  visit(clauses, -1);
  return flat;
}
