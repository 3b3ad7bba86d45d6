import { type AnyStateNode } from 'xstate';
import { type PlanDefinition } from './plan.js';
import { guardNames, intentNames, nodePath, nodesBelow } from './walk.js';

/** What a plan says of itself and its own chart does not bear out, each in a sentence; a plan with faults is not started. */
export function planFaults(plan: PlanDefinition): string[] {
  return [...titleFaults(plan), ...wordFaults(plan), ...stageFaults(plan)].map(
    (fault) => `${plan.id} ${fault}`,
  );
}

function titleFaults({ machine, eventTitles, stateTitles, ...plan }: PlanDefinition): string[] {
  const states = nodesBelow(machine.root).filter((node) => node.type !== 'history');
  const shown = states
    .map((node: AnyStateNode) => nodePath(plan, node))
    .filter((path) => path !== plan.wrapper);
  return [
    ...machine.events
      .filter((event) => !Object.hasOwn(eventTitles, event))
      .map((event) => `has no title for the step ${event}`),
    ...shown
      .filter((path) => !Object.hasOwn(stateTitles, path))
      .map((path) => `has no title for the state ${path}`),
  ];
}

/** Every event, deadline, version and state that the plan names must be one of its own. */
function wordFaults({
  machine,
  timeline,
  versions,
  parts,
  sendsBack,
  mainLine,
  stateTitles,
}: PlanDefinition): string[] {
  const events = new Set<string>(machine.events);
  const keys = new Set(Object.keys(timeline.deadlines));
  const unknown = (kind: string, names: readonly string[], known: { has(name: string): boolean }) =>
    names.filter((name) => !known.has(name)).map((name) => `knows no ${kind} ${name}`);
  const named = (kind: 'events' | 'deadlines' | 'versions') =>
    parts.flatMap(({ words }) => Object.values(words[kind]));
  const pairs = [
    ...timeline.order.flat(),
    ...timeline.onLaterDays.flat(),
    ...timeline.leastPeriods.flatMap(({ from, to }) => [from, to]),
  ];
  const limited = Object.values(timeline.deadlines);
  return [
    ...unknown('step', [...named('events'), ...mainLine, ...limited.map(({ limits }) => limits)], events),
    ...unknown(
      'step',
      sendsBack.flatMap(({ event, completedBy }) => [event, completedBy]),
      events,
    ),
    ...unknown('deadline', [...named('deadlines'), ...pairs], keys),
    ...unknown(
      'version',
      [...named('versions'), ...sendsBack.map(({ version }) => version)],
      new Set(versions),
    ),
    ...unknown(
      'state',
      [...parts.map(({ words }) => words.state), ...limited.map(({ stage }) => stage)].filter(
        (path) => path !== '',
      ),
      new Set(Object.keys(stateTitles)),
    ),
  ];
}

/** What its chart asks and intends belongs to a stage that it takes; each stage that meets has its meeting described. */
function stageFaults({ machine, parts, meetings }: PlanDefinition): string[] {
  const stages = parts.map(({ stage }) => stage);
  const twice = stages.filter(({ name }, index) => stages.findIndex((one) => one.name === name) < index);
  const asked = [...guardNames(machine)].filter(
    (name) => !stages.some(({ requirements }) => Object.hasOwn(requirements, name)),
  );
  const intended = [...intentNames(machine)].filter(
    (name) => !stages.some(({ intents }) => intents.includes(name)),
  );
  const meeting = (['expertReview', 'plenary'] as const).filter(
    (kind) => stages.some(({ name }) => name === kind) && meetings[kind] === undefined,
  );
  return [
    ...twice.map(({ name }) => `takes the stage ${name} twice`),
    ...asked.map((name) => `asks for ${name}, which no stage of it has`),
    ...intended.map((name) => `intends ${name}, which no stage of it has`),
    ...meeting.map((kind) => `does not describe its meeting ${kind}`),
  ];
}
