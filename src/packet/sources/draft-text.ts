import { type EntityManager } from 'typeorm';
import { type Clause, type DraftVersion, findClauses, formatLabel, wordingOf } from '../../drafts/index.js';
import { readTableText } from '../../platform/index.js';
import { type PartSource } from '../packet-parts.js';
import { tableRows } from './draft-table.js';
import { heading, paragraph, type Row } from './rows.js';

/** 报批稿 as it was frozen, clause by clause. */
export async function draftTextSource(tx: EntityManager, draft: DraftVersion): ReturnType<PartSource> {
  const clauses = await findClauses(tx, draft.id);
  const title = draft.title.replace(/[（(][^）)]*稿[）)]$/, '');
  const rows = [
    { kind: 'title', text: title },
    { kind: 'subtitle', text: `（${draft.name}）` },
    ...draft.head.flatMap(passageRows),
    ...clauses.flatMap(clauseRows),
    ...draft.foot.flatMap(passageRows),
  ];
  return { head: { title: `${title}（${draft.name}）` }, rows, tail: { landscape: false } };
}

/** A title on its own line is a heading; one that runs into its body leads a paragraph (GB/T 9704-2012, 7.3.3). */
function clauseRows(clause: Clause): Row[] {
  const { kind, level, numberPath, title, titleStop, runIn } = clause;
  const label = formatLabel([{ kind, number: numberPath[numberPath.length - 1] }]);
  const [first = '', ...rest] = wordingOf(clause);
  const lead = `${label}${title}${titleStop}`;
  const body = first.slice(title.length + titleStop.length);
  const opening: Row = runIn ? { kind: 'run-in', level, lead, text: body } : heading(level, label + first);
  return [opening, ...rest.flatMap(passageRows)];
}

/** Items are stored with “--”; printed text has the dash of GB/T 15834-2011, 4.13. A table is printed as one. */
function passageRows(text: string): Row[] {
  const rows = readTableText(text);
  return rows === undefined ? [paragraph(text.replace(/^--/, '——'))] : tableRows(rows);
}
