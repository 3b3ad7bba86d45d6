import { type Amount, amountsOf, type Indicator, readMaterialFile } from '../../materials/index.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface MaterialFileReading extends FileReading {
  parts: { status: string; problems: string; goals: string; tasks: string };
  indicators: object[];
  tasks: object[];
}

/** A unit's material as its form would be filled from it. */
export async function read({ bytes }: ReadRequest): Promise<MaterialFileReading> {
  const { content, doubts, leftOut } = await readMaterialFile('industry', bytes);
  const { currentState, shortcomings, goals, measures } = content.parts;
  return {
    parts: { status: currentState, problems: shortcomings, goals, tasks: measures },
    indicators: content.indicators.map(indicatorOf),
    tasks: content.tasks.map(({ title, timetable, goal, problem, owner, milestones }) => ({
      ...{ title, period: timetable, goal, problem, owner },
      milestones: milestones.map(({ by, result }) => ({ date: by === '' ? null : by, text: result })),
    })),
    doubts,
    leftOut,
  };
}

function indicatorOf(indicator: Indicator): object {
  const { baseline, value2025, value2035 } = amountsOf(indicator);
  return {
    name: indicator.name,
    unit: indicator.unit,
    base: amountView(baseline),
    targets: { '2025': amountView(value2025), '2035': amountView(value2035) },
    source: indicator.source,
  };
}

/** Null where the file states nothing. */
function amountView(amount: Amount | null): object | null {
  if (amount === null) return null;
  const { text, value, comparator, kind, range } = amount;
  return { text, value, comparator, kind, ...(range === null ? {} : { range }) };
}
