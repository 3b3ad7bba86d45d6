import { type EntityManager } from 'typeorm';
import { formatDeadline } from '../calendar/index.js';
import { type Act, type ActOrder, type Acts, type Effect } from '../engine/index.js';
import { findDeadlines } from './compilation.repository.js';

/** What a change of the timeline would do. */
export interface TimelinePreview {
  /** In the order of the timeline; one that keeps its day is not listed. */
  moved: { key: string; title: string; from: string; to: string }[];
  unmoved: number;
  /** What the dates as moved do not keep without being impossible, in sentences. */
  warnings: string[];
  effects: Effect[];
}

/** Does the change, compares the deadlines, and takes it back. */
export async function previewTimeline(
  acts: Acts,
  order: ActOrder,
  change: (act: Act) => Promise<{ warnings: string[] }>,
): Promise<TimelinePreview> {
  const { result, act } = await acts.preview(order, async (changing) => {
    const before = await textsOf(changing.tx, order.compilationId);
    const { warnings } = await change(changing);
    const after = await textsOf(changing.tx, order.compilationId);
    return { lines: compared(before, after), warnings };
  });
  const moved = result.lines.filter(({ from, to }) => from !== to);
  const unmoved = result.lines.length - moved.length;
  return { moved, unmoved, warnings: result.warnings, effects: act.effects };
}

interface Line {
  key: string;
  title: string;
  to: string;
}

function compared(before: Line[], after: Line[]): TimelinePreview['moved'] {
  const old = new Map(before.map(({ key, to }) => [key, to]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.map((line) => ({ ...line, from: old.get(line.key) ?? '尚未确定' })),
    ...before.filter(({ key }) => !kept.has(key)).map((line) => ({ ...line, from: line.to, to: '移除' })),
  ];
}

async function textsOf(reader: EntityManager, compilationId: string): Promise<Line[]> {
  return (await findDeadlines(reader, compilationId)).map(({ key, title, nominal, effectiveAt }) => ({
    key,
    title,
    to: formatDeadline({ nominal, effective: effectiveAt }, 'anyone'),
  }));
}
