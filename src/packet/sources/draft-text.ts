import { type EntityManager } from 'typeorm';
import { type Clause, type DraftVersion, findClauses, formatLabel, wordingOf } from '../../drafts/index.js';
import { layOutTable, readTableText, type TableCell } from '../../platform/index.js';
import { type PartSource } from '../packet-parts.js';
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

/** Twentieths of a point from margin to margin of an upright page. */
const pageWidth = 8844;

/** A head is of one row, or of as many as its merged cells reach into; a cell beside the whole table is no head. */
const mostHeadRows = 3;

function tableRows(rows: TableCell[][]): Row[] {
  const laid = layOutTable(rows);
  const columns = laid[0].reduce((sum, { width }) => sum + width, 0);
  const reach = Math.max(...laid[0].map(({ height }) => height));
  const headRows = reach <= mostHeadRows && reach < rows.length ? reach : 1;
  return [
    { kind: 'grid-open', widths: Array.from({ length: columns }, () => Math.floor(pageWidth / columns)) },
    ...laid.map((cells, row): Row => ({
      kind: 'grid-row',
      head: row < headRows,
      cells: cells.map(({ text, width, height, below }) => ({
        text,
        span: width,
        rows: height,
        vertical: height === 1 ? null : below ? 'goes on' : 'begins',
      })),
    })),
    { kind: 'table-close' },
  ];
}
