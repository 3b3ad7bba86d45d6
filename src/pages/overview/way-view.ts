import { dateOf, formatDay } from '../../calendar/index.js';
import { type DeadlineView } from '../../compilation/index.js';
import { mainPath, placeOn, type Stop } from '../../engine/index.js';
import { type Instant } from '../../platform/index.js';
import { type PlanDefinition } from '../../../workflows/index.js';

type Standing = 'done' | 'now' | 'ahead';

/** The machine's main line as stages of steps, with where the compilation stands and what sends it back. */
export function wayView(
  definition: PlanDefinition,
  state: string,
  deadlines: readonly DeadlineView[],
  now: Instant,
) {
  const stops = mainPath(definition);
  const path = stops.map((stop) => stop.state);
  const here = placeOn(path, state);
  const steps = stops.map((stop, index) => ({
    stage: stop.state.split('.')[0],
    title: definition.stateTitles[stop.state],
    kind: standing(index, here),
    by: deadlineOf(stops[index + 1], deadlines, now),
  }));
  const stages = [...new Set(steps.map((step) => step.stage))].map((stage) => ({
    title: definition.stateTitles[stage] ?? stage,
    steps: steps.filter((step) => step.stage === stage),
  }));
  const aside = !path.includes(state) ? definition.stateTitles[state] : null;
  return { stages, aside };
}

function standing(index: number, here: number): Standing {
  if (index === here) return 'now';
  return index < here ? 'done' : 'ahead';
}

/** The deadline by which the step out of a state is due. */
function deadlineOf(next: Stop | undefined, deadlines: readonly DeadlineView[], now: Instant): string | null {
  const deadline = deadlines.findLast((line) => line.event === next?.event);
  return deadline === undefined ? null : `${formatDay(dateOf(Date.parse(deadline.effective)), now)}前`;
}
