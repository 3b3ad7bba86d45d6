import { type PlanContext } from './plan.js';
import { type Requirement } from './requirement.js';

export type PlanRequirement<F extends Record<string, unknown>> = Requirement<F, PlanContext>;

/** A review that the procedure for major decisions demands; for an uncatalogued plan it is only recalled. */
export const blocksWhenCatalogued = (context: PlanContext) =>
  context.decisionCatalogued ? ('block' as const) : ('hint' as const);

export const alwaysHint = () => 'hint' as const;
