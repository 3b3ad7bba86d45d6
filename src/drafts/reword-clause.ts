import { InvalidInput, isTableLine } from '../platform/index.js';
import { type Clause } from './clause.entity.js';
import { tableItem } from './text/clause-table.js';
import { readClauseMark, readItemMark } from './text/numbering.js';
import { responsibilitiesOf } from './text/parse-draft.js';

export type ClauseWording = Pick<
  Clause,
  'title' | 'titleStop' | 'runIn' | 'body' | 'items' | 'responsibilities'
>;

/**
 * A clause with a new title and new passages, read as an import would read them: dash items and 一是 apart, the
 * responsibilities from their brackets.
 * @param text passages and items in their order, one a line
 * @throws InvalidInput when a line begins with the number of another clause
 */
export function rewordClause(clause: ClauseWording, title: string, text: string): ClauseWording {
  const reworded: ClauseWording = { ...clause, title, body: '', items: [], responsibilities: [] };
  const passages: string[] = [];
  for (const line of linesOf(text)) {
    if (isTableLine(line)) {
      reworded.items.push(tableItem(line, passages.length));
      continue;
    }
    if (readClauseMark(line) !== undefined) throw new NumberedLine(line);
    const item = readItemMark(line);
    if (item === undefined) passages.push(line);
    else reworded.items.push({ mark: item.mark, text: item.rest, afterPassage: passages.length });
  }
  reworded.body = passages.join('\n');
  // A title that stood alone keeps its line; only one that ends with a full stop can be followed in it.
  reworded.runIn = passages.length > 0 && clause.titleStop !== '' && (clause.runIn || clause.body === '');
  reworded.responsibilities = responsibilitiesOf(reworded);
  return reworded;
}

/** The lines of the field, those of a table together. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let afterRow = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const isRow = isTableLine(line);
    if (isRow && afterRow) lines[lines.length - 1] += `\n${line}`;
    else if (line !== '') lines.push(line);
    afterRow = isRow;
  }
  return lines;
}

class NumberedLine extends InvalidInput {
  constructor(line: string) {
    super(
      `“${line.slice(0, 12)}”以条款编号开头，会成为另一条；增加、拆分条款请修改文稿后重新导入。`,
      'numbered-line',
    );
  }
}
