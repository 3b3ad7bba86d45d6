import { type CompilationStatus } from '../../compilation/index.js';
import { type GateView } from '../../engine/index.js';
import { areaPath } from '../frame/navigation.js';
import { placeOf } from './where-to-act.js';

/** Requirements that time alone meets; nobody has to do anything. */
const metByTime = new Set(['consultationPeriodOver']);

/** The reason for a step is asked for on the page that confirms it, so it is no line of the gate. */
export const askedLater = 'reasonGiven';

/** The gate of the next step as a checklist, in the order: somebody must act, time will tell, met, hints. */
export function gateView(compilationId: string, { next, gate }: Pick<CompilationStatus, 'next' | 'gate'>) {
  if (next === null) return null;
  const lines = gate.filter((line) => line.requirement !== askedLater);
  const unmet = lines.filter((line) => !line.met && line.blocking);
  const [byTime, byHand] = split(unmet, (line) => metByTime.has(line.requirement));
  const blocking = lines.filter((line) => line.blocking);
  const view = (line: (typeof lines)[number]) => lineView(compilationId, line);
  return {
    title: next.title,
    event: next.event,
    confirm: stepPath(compilationId, next.event),
    total: blocking.length,
    met: blocking.length - unmet.length,
    missing: unmet.length,
    open: unmet.length === 0,
    byHand: byHand.map(view),
    byTime: byTime.map(view),
    done: blocking.filter((line) => line.met).map(view),
    hints: lines.filter((line) => !line.blocking && !line.met).map(view),
  };
}

export const stepPath = (compilationId: string, event: string): string =>
  `${areaPath(compilationId, 'overview')}/steps/${event}`;

export function lineView(
  compilationId: string,
  {
    requirement,
    title,
    sentence,
    facts,
  }: Pick<GateView['lines'][number], 'requirement' | 'title' | 'sentence' | 'facts'>,
) {
  const place = placeOf(requirement, facts);
  const act = place && { label: place.label, href: `${areaPath(compilationId, place.area)}${place.within}` };
  return { title, sentence, act };
}

function split<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}
