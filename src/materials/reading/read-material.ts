import { type MaterialForm, partsOf, partTitles } from '../content/index.js';
import { type Paragraph } from './headings.js';
import { causeIn, type Entry, labelled, readEntries } from './read-entries.js';
import { readMilestones } from './read-cells.js';
import { combinedTitles, readParts, textOf } from './read-parts.js';
import { readReport } from './read-report.js';
import { type ReadTask, readIndicators, readProblems, readTasks } from './read-tables.js';
import { type TableRows } from './table-columns.js';

export interface MaterialDocument {
  paragraphs: readonly Paragraph[];
  tables: readonly { rows: TableRows }[];
}

export interface ReadMaterial {
  /** What was found, in the shape of the form; nothing of it is certain before the unit has looked at it. */
  content: Record<string, unknown>;
  /** What the unit ought to look at, in Chinese. */
  notes: string[];
}

/** Reads what it can of an uploaded document; what cannot be told apart is noted, never guessed. */
export function readMaterial(form: MaterialForm, document: MaterialDocument): ReadMaterial {
  const tables = document.tables.map(({ rows }) => rows);
  if (form !== 'research') return readFourParts(document.paragraphs, tables);
  const { title, report, checklist, sources } = readReport(document.paragraphs, tables);
  const notes = title === '' ? ['没有认出题目，请填写'] : [];
  return { content: { title, parts: { report }, checklist, sources }, notes };
}

function readFourParts(paragraphs: readonly Paragraph[], tables: readonly TableRows[]): ReadMaterial {
  const read = readParts(paragraphs);
  const keys = partsOf('industry');
  const sections = (key: (typeof keys)[number]) => read.parts.get(key) ?? [];
  const parts = Object.fromEntries(keys.map((key) => [key, textOf(sections(key))]));
  const problems = tables.flatMap(readProblems);
  const tasks = tables.flatMap(readTasks);
  const written = {
    problems: readEntries(sections('shortcomings')).map(problemOf),
    tasks: readEntries(sections('measures')).map(taskOf),
  };
  const content = {
    parts,
    problems: problems.length > 0 ? problems : written.problems,
    goals: readEntries(sections('goals')).map(({ title }) => ({ title })),
    indicators: tables.flatMap(readIndicators),
    tasks: tasks.length > 0 ? tasks : written.tasks,
  };
  const lost = keys.filter((key) => parts[key] === '').map((key) => `没有找到“${partTitles[key]}”部分的标题`);
  const together = combinedTitles(read).map((title) => `标题“${title}”包含不止一个部分，请核对划分`);
  const noIndicators =
    content.indicators.length === 0 ? ['没有找到指标表（须有指标名称、2025年、2035年各栏）'] : [];
  return { content, notes: [...lost, ...together, ...noIndicators] };
}

const problemOf = ({ title, text }: Entry) => ({ title, cause: causeIn(text) });

/** A task that was written as text may label what a table would have columns for. */
function taskOf({ title, text }: Entry): ReadTask {
  return {
    title,
    goal: labelled(text, '对应目标|目标'),
    problem: labelled(text, '对应问题|针对问题|问题'),
    timetable: labelled(text, '时间表|时间安排|实施期限'),
    milestones: readMilestones(labelled(text, '路线图|时间节点|里程碑')),
    owner: labelled(text, '责任单位|牵头单位'),
  };
}
