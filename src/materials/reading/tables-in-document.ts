import { type Findings, quote } from './findings.js';
import { type Paragraph, partNamed } from './headings.js';
import { type ReadIndicator, readIndicators } from './read-indicators.js';
import { type ReadTask, readProblems, readTasks } from './read-tables.js';
import { type TableRows } from './table-head.js';

export interface ReadTables {
  indicators: ReadIndicator[];
  tasks: ReadTask[];
  problems: { title: string; cause: string }[];
  /** The paragraphs of a form that was filled in: its left column names the parts. */
  paragraphs: Paragraph[];
}

/** What every table of a document is; one that is none of those asked for is left out and told. */
export function readTables(tables: readonly TableRows[], findings: Findings): ReadTables {
  const read: ReadTables = { indicators: [], tasks: [], problems: [], paragraphs: [] };
  tables.forEach((table, index) => {
    const place = `表${index + 1}`;
    const paragraphs = filledForm(table, place);
    const tasks = readTasks(table, place, findings);
    const problems = tasks === null ? readProblems(table, place, findings) : null;
    const indicators = tasks === null && problems === null ? readIndicators(table, place, findings) : null;
    if (paragraphs !== null) read.paragraphs.push(...paragraphs);
    else if (tasks !== null) read.tasks.push(...tasks);
    else if (problems !== null) read.problems.push(...problems);
    else if (indicators !== null) read.indicators.push(...indicators);
    else
      findings.leaveOut(
        place,
        `整张表：${quote(
          table
            .slice(0, 3)
            .map((row) => row.filter((cell) => cell.trim() !== '').join(' '))
            .join('；'),
        )}`,
      );
  });
  return read;
}

const fewestParts = 3;
const longestTitle = 20;

/** A form whose rows are the parts: 现状 | …; its cells are read as headings and paragraphs. */
function filledForm(table: TableRows, place: string): Paragraph[] | null {
  const titled = table.map((row) => {
    const [title = '', ...rest] = row.map((cell) => cell.trim());
    const named =
      title.length <= longestTitle
        ? partNamed(title.replace(/^[^一-龥]*(?:[一二三四五六]+[、.．])?/u, ''))
        : null;
    return { title: title.replace(/\s+/gu, ''), named, text: rest.filter((cell) => cell !== '').join('\n') };
  });
  const parts = new Set(titled.flatMap(({ named, text }) => (named === null || text === '' ? [] : [named])));
  if (parts.size < fewestParts) return null;
  return titled.flatMap(({ title, named, text }, row) => {
    const where = `${place}第${row + 1}行`;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const heading = named === null ? [] : [{ text: title, style: '', level: 1, place: where }];
    const body = named === null && title !== '' ? [`${title}：${lines.join(' ')}`] : lines;
    return [...heading, ...body.map((line) => ({ text: line, style: '', place: where }))];
  });
}
