/** A date that a plan must have, and the step of its chart that should be taken by then. */
export interface PlannedDeadline {
  title: string;
  /** The stage it belongs to; a top-level state of the chart. */
  stage: string;
  /** The event of the chart that it limits. */
  limits: string;
}

/** The two lengths that law knows; never one integer. */
export type PlannedPeriod = { unit: 'calendarDays' | 'workingDays'; count: number };

/** The least time between two deadlines. */
export interface LeastPeriod<Key extends string = string> {
  from: Key;
  to: Key;
  atLeast: PlannedPeriod;
  /** What asks for it, as it is quoted. */
  source: string;
  /** What may be done instead, where the source only asks in general; without it a shorter time is refused. */
  otherwise?: string;
  /** Only for a plan in the catalogue of major decisions is a shorter time refused; else it is recalled. */
  onlyCatalogued?: boolean;
}

/** Which dates a plan has, in what order, and how far apart. */
export interface PlannedTimeline<Key extends string = string> {
  deadlines: Readonly<Record<Key, PlannedDeadline>>;
  /** Chains of deadlines, each no earlier than the one before it. */
  order: readonly (readonly Key[])[];
  /** Pairs of which the second falls on a later day, not on the same. */
  onLaterDays: readonly (readonly [Key, Key])[];
  leastPeriods: readonly LeastPeriod<Key>[];
}

/** Keeps the keys literal, so that a chart or a room that names an unknown one does not compile. */
export const planTimeline = <Key extends string>(timeline: PlannedTimeline<Key>): PlannedTimeline<Key> =>
  timeline;
