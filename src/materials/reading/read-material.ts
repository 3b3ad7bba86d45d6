import {
  comparableAmount,
  type MaterialForm,
  normaliseLabel,
  partsOf,
  partTitles,
  readTarget,
} from '../content/index.js';
import { type Doubt, Findings, type LeftOut, quote } from './findings.js';
import { type Paragraph } from './headings.js';
import { unitFrom } from './indicator-unit.js';
import { causeIn, type Entry, labelled, readEntries } from './read-entries.js';
import { type ReadIndicator } from './read-indicators.js';
import { readMilestones } from './read-milestones.js';
import { type Parts, placeOf, readParts, type Section, textOf } from './read-parts.js';
import { readReport } from './read-report.js';
import { type ReadTask } from './read-tables.js';
import { type TableRows } from './table-head.js';
import { readTables } from './tables-in-document.js';
import { readTargetSentences } from './target-sentences.js';
import { targetYears } from './years.js';

export interface MaterialDocument {
  paragraphs: readonly Paragraph[];
  tables: readonly { rows: TableRows }[];
  /** What the reader of the file itself was not sure of: tracked changes, struck-out text. */
  doubts?: readonly Doubt[];
  /** What it holds beside its text: headers, footers, comments. */
  leftOut?: readonly LeftOut[];
}

export interface ReadMaterial {
  /** What was found, in the shape of the form; nothing of it is certain before the unit has looked at it. */
  content: Record<string, unknown>;
  /** What the unit ought to look at. */
  doubts: Doubt[];
  /** What stands in the document and was not taken. */
  leftOut: LeftOut[];
}

/** Reads what it can of an uploaded document; what cannot be told apart is a doubt, never guessed in silence. */
export function readMaterial(form: MaterialForm, document: MaterialDocument): ReadMaterial {
  const tables = document.tables.map(({ rows }) => rows);
  const findings = new Findings();
  const content =
    form === 'research'
      ? readResearch(document.paragraphs, tables, findings)
      : readFourParts(document.paragraphs, tables, findings);
  return { content, doubts: findings.doubts, leftOut: findings.leftOut };
}

function readResearch(
  paragraphs: readonly Paragraph[],
  tables: readonly TableRows[],
  findings: Findings,
): Record<string, unknown> {
  const { title, report, checklist, sources } = readReport(paragraphs, tables, findings);
  if (title === '') findings.doubt('全文', '没有认出题目，请填写');
  return { title, parts: { report }, checklist, sources };
}

function readFourParts(
  written: readonly Paragraph[],
  tables: readonly TableRows[],
  findings: Findings,
): Record<string, unknown> {
  const found = readTables(tables, findings);
  const placed = written.map((paragraph, index) => ({ ...paragraph, place: placeOf(paragraph, index) }));
  const parts = readParts([...placed, ...found.paragraphs], findings);
  const keys = partsOf('industry');
  const sections = (key: (typeof keys)[number]) => parts.get(key) ?? [];
  const texts = Object.fromEntries(keys.map((key) => [key, textOf(sections(key))]));
  for (const key of keys) {
    if (!parts.has(key)) findings.doubt('全文', `没有找到“${partTitles[key]}”部分的标题`);
    else if (texts[key] === '') findings.doubt('全文', `“${partTitles[key]}”部分没有文字`);
  }
  const sentences = indicatorsInText(parts, found.indicators, findings);
  if (found.indicators.length + sentences.length === 0)
    findings.doubt('全文', '没有找到指标表（须有指标名称、2025年、2035年各栏），正文中也没有读出指标');
  return {
    parts: texts,
    problems:
      found.problems.length > 0 ? found.problems : readEntries(sections('shortcomings')).map(problemOf),
    goals: readEntries(sections('goals')).map(({ title }) => ({ title })),
    indicators: [...found.indicators, ...sentences],
    tasks: found.tasks.length > 0 ? found.tasks : readEntries(ownMeasures(sections('measures'))).map(taskOf),
  };
}

/** 保障措施 belong to the text, but what they list are no tasks where tasks are listed before them. */
function ownMeasures(sections: readonly Section[]): readonly Section[] {
  const tasks = sections.filter(({ title }) => !/保障|组织(?:实施|领导)/u.test(title));
  return tasks.length > 0 ? tasks : sections;
}

/** Targets that sentences of 目标 state: taken where no table has them, and held against the table where one has. */
function indicatorsInText(
  parts: Parts,
  listed: readonly ReadIndicator[],
  findings: Findings,
): ReadIndicator[] {
  const stated = new Map<string, ReadIndicator>();
  const paragraphs = (parts.get('goals') ?? []).flatMap((section) => section.paragraphs);
  for (const { text, place = '目标' } of paragraphs) {
    const { targets, unread } = readTargetSentences(text);
    for (const clause of unread) findings.doubt(place, `这一句像是写有目标值，没有读出：“${quote(clause)}”`);
    for (const { name, year, text: amount } of targets) {
      const known = listed.find((indicator) => normaliseLabel(indicator.name) === normaliseLabel(name));
      if (known !== undefined) {
        tellContradiction(known, year, amount, place, findings);
        continue;
      }
      const key = normaliseLabel(name);
      const indicator = stated.get(key) ?? { ...emptyIndicator, name };
      stated.set(key, { ...indicator, [`value${year}`]: amount });
      findings.doubt(place, `从正文读出指标“${quote(name)}”${year}年“${quote(amount)}”，请核对`);
    }
  }
  return [...stated.values()].map((indicator) => completed(indicator, findings));
}

const emptyIndicator: ReadIndicator = {
  ...{ name: '', unit: '', bound: '', baseline: '', value2025: '', value2035: '', source: '', method: '' },
};

function completed(indicator: ReadIndicator, findings: Findings): ReadIndicator {
  const { name, value2025, value2035 } = indicator;
  for (const year of targetYears) {
    if (indicator[`value${year}`] === '')
      findings.doubt('全文', `指标“${quote(name)}”没有读出${year}年目标，请补填`);
  }
  return { ...indicator, unit: unitFrom([value2025, value2035], '全文', findings) };
}

function tellContradiction(
  known: ReadIndicator,
  year: 2025 | 2035,
  written: string,
  place: string,
  findings: Findings,
): void {
  const inTable = readTarget(known[`value${year}`], known);
  const inText = readTarget(written, known);
  if (inTable === null || inText === null) return;
  if (comparableAmount(inTable, known.unit) === comparableAmount(inText, known.unit)) return;
  findings.doubt(
    place,
    `指标“${quote(known.name)}”${year}年正文写“${quote(written)}”，表中为“${quote(inTable.text)}”，请核对`,
  );
}

const problemOf = ({ title, text }: Entry) => ({ title, cause: causeIn(text) });

/** A task that was written as text may label what a table would have columns for. */
function taskOf({ title, text }: Entry): ReadTask {
  return {
    title,
    goal: labelled(text, '对应目标|服务目标|目标'),
    problem: labelled(text, '对应问题|针对问题|问题'),
    timetable: labelled(
      text,
      '时间表|时间安排|(?:实施|完成)(?:期限|时限|时间)|起止时间|进度安排|完成时间|时限',
    ),
    milestones: readMilestones(labelled(text, '路线图|时间节点|里程碑|(?:实施|推进)步骤|(?:年度|阶段)安排')),
    owner: labelled(text, '责任单位|牵头单位|责任部门|牵头部门|责任主体'),
  };
}
