import { type EntityManager } from 'typeorm';
import { type Clause, type DraftVersion, findClauses, formatLabel, wordingOf } from '../../drafts/index.js';
import { type PartSource } from '../packet-parts.js';
import { heading, paragraph } from './rows.js';

/** 报批稿 as it was frozen, clause by clause. */
export async function draftTextSource(tx: EntityManager, draft: DraftVersion): ReturnType<PartSource> {
  const clauses = await findClauses(tx, draft.id);
  const title = draft.title.replace(/[（(][^）)]*稿[）)]$/, '');
  const rows = [
    { kind: 'title', text: title },
    { kind: 'subtitle', text: `（${draft.name}）` },
    ...draft.head.map(paragraph),
    ...clauses.flatMap(clauseRows),
    ...draft.foot.map(paragraph),
  ];
  return { head: { title: `${title}（${draft.name}）` }, rows, tail: { landscape: false } };
}

/** A title on its own line is a heading; one that runs into its body is a paragraph (GB/T 9704-2012, 7.3.3). */
function clauseRows(clause: Clause): object[] {
  const number = clause.numberPath[clause.numberPath.length - 1];
  const label = formatLabel([{ kind: clause.kind, number }]);
  const [first = '', ...rest] = wordingOf(clause);
  const opening = label + first;
  const opens = clause.runIn ? paragraph(opening) : heading(clause.level, opening);
  return [opens, ...rest.map(paragraph)];
}
