/** Facts travel in the event, so that the ledger can replay every decision. */
export type Facts = Record<string, unknown>;

export interface WorkflowEvent {
  type: string;
  /** Facts by requirement name; gathered by the engine inside the transaction, never by a door. */
  facts?: Record<string, Facts>;
  reason?: string;
}

export interface Finding {
  met: boolean;
  /** One Chinese sentence: what is so, and if unmet, what would meet it. */
  sentence: string;
}

/** `hint` is shown but does not hold the step back (e.g. a review that an uncatalogued plan need not have). */
export type Severity = 'block' | 'hint';

export interface Requirement<F extends Facts = never, C = never> {
  title: string;
  severity?: (context: C) => Severity;
  /**
   * It joined steps of a chart that was in use: a ledger has decisions from before it, which hold without its facts
   * when they are played again. A step that is taken today always has them (the engine gathers every one).
   */
  joinedLater?: true;
  assess(facts: F, context: C): Finding;
}

export type Requirements = Record<string, Requirement>;

export interface Assessment extends Finding {
  requirement: string;
  title: string;
  blocking: boolean;
  facts: Facts;
}

export interface GuardParams {
  requirements: readonly string[];
  /** The draft version that the step freezes, for the requirement that it is ready. */
  freezes?: string;
}

/** Evaluates the named requirements in their order; a missing fact is a programmer error, never a silent pass. */
export function assessRequirements(
  requirements: Requirements,
  names: readonly string[],
  facts: Record<string, Facts> | undefined,
  context: unknown,
): Assessment[] {
  return names.flatMap((name) => {
    const requirement = requirements[name] as unknown as Requirement<Facts, unknown> | undefined;
    if (requirement === undefined) throw new Error(`unknown requirement ${name}`);
    const found = facts?.[name];
    if (found === undefined && requirement.joinedLater) return [];
    if (found === undefined) throw new Error(`no facts for requirement ${name}`);
    const finding = requirement.assess(found, context);
    const blocking = (requirement.severity?.(context) ?? 'block') === 'block';
    return { requirement: name, title: requirement.title, blocking, facts: found, ...finding };
  });
}

/** The one guard of every guarded transition: no blocking requirement is unmet. */
export function requirementsMet(requirements: Requirements) {
  return (args: { context: unknown; event: WorkflowEvent }, params: GuardParams): boolean =>
    assessRequirements(requirements, params.requirements, args.event.facts, args.context).every(
      (assessment) => assessment.met || !assessment.blocking,
    );
}

/** “甲、乙、丙等 7 家”: names a few, counts the rest. */
export function nameSome(names: readonly string[], count: number, measure: string): string {
  if (names.length === 0) return `${count}${measure}`;
  const shown = names.slice(0, 5).join('、');
  return count > Math.min(names.length, 5) ? `${shown}等${count}${measure}` : shown;
}
