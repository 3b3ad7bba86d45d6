import { shippedPlans } from '../engine/index.js';
import { InvalidInput } from '../platform/index.js';
import { type PlanDefinition } from '../../workflows/index.js';

const versionOf = ({ id }: PlanDefinition): number => Number(id.split('@')[1]);

/**
 * The plan that a compilation begins with.
 * @param wanted `name@version`, or a name alone for its latest version; without it the only plan there is
 * @throws InvalidInput naming the plans there are
 */
export function choosePlan(wanted: string | undefined): PlanDefinition {
  const plans = shippedPlans();
  const fitting = plans.filter(
    ({ id }) => wanted === undefined || id === wanted || id.split('@')[0] === wanted,
  );
  const names = new Set(fitting.map(({ id }) => id.split('@')[0]));
  if (names.size === 1) return fitting.reduce((a, b) => (versionOf(a) > versionOf(b) ? a : b));
  const known = plans.map(({ id, title }) => `${id}（${title}）`).join('、');
  throw new InvalidInput(
    wanted === undefined
      ? `有几种编制流程，请写明用哪一种：${known}。`
      : `没有名为“${wanted}”的编制流程。可以使用的有：${known}。`,
    'unknown-plan',
  );
}
