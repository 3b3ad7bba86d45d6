import { readMaterialFile } from '../../materials/index.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface MaterialFileReading extends FileReading {
  parts: { status: string; problems: string; goals: string; tasks: string };
  indicators: object[];
  tasks: object[];
}

/** A unit's material as its form would be filled from it. */
export async function read({ bytes }: ReadRequest): Promise<MaterialFileReading> {
  const { content, notes } = await readMaterialFile('industry', bytes);
  const { currentState, shortcomings, goals, measures } = content.parts;
  return {
    parts: { status: currentState, problems: shortcomings, goals, tasks: measures },
    indicators: content.indicators.map(({ name, unit, bound, baseline, value2025, value2035 }) => ({
      name,
      unit,
      base: baseline,
      targets: { '2025': targetOf(value2025, bound), '2035': targetOf(value2035, bound) },
    })),
    tasks: content.tasks.map(({ title, timetable, milestones }) => ({
      title,
      period: timetable,
      milestones: milestones.map(({ by, result }) => ({ by, result })),
    })),
    doubts: notes.map((message) => ({ place: '全文', message })),
    leftOut: [],
  };
}

function targetOf(value: number | string | null, bound: string) {
  const text = value === null ? '' : String(value);
  return { text: `${bound}${text}`, value: typeof value === 'number' ? value : null, comparator: bound };
}
