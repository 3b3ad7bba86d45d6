import { type EntityManager } from 'typeorm';
import { formatDeadline } from '../calendar/index.js';
import { type Act, type ActOrder, type Acts, type Effect } from '../engine/index.js';
import { findDeadlines } from './compilation.repository.js';

/** What a change of the timeline would do. */
export interface TimelinePreview {
  /** In the order of the timeline; one that keeps its day is not listed. */
  moved: { key: string; title: string; from: string; to: string }[];
  unmoved: number;
  effects: Effect[];
}

/** Does the change, compares the deadlines, and takes it back. */
export async function previewTimeline(
  acts: Acts,
  order: ActOrder,
  change: (act: Act) => Promise<unknown>,
): Promise<TimelinePreview> {
  const { result, act } = await acts.preview(order, async (changing) => {
    const before = await textsOf(changing.tx, order.compilationId);
    await change(changing);
    const after = await textsOf(changing.tx, order.compilationId);
    return after.map((line, index) => ({ ...line, from: before[index].to }));
  });
  const moved = result.filter(({ from, to }) => from !== to);
  return { moved, unmoved: result.length - moved.length, effects: act.effects };
}

async function textsOf(reader: EntityManager, compilationId: string) {
  return (await findDeadlines(reader, compilationId)).map(({ key, title, nominal, effectiveAt }) => ({
    key,
    title,
    to: formatDeadline({ nominal, effective: effectiveAt }, { withYear: true }),
  }));
}
