import { type EntityManager } from 'typeorm';
import {
  type CalendarDate,
  type CalendarShelf,
  dateOf,
  formatDate,
  formatDateWithWeekday,
  yearOf,
} from '../calendar/index.js';
import {
  answer,
  Chart,
  type FactScope,
  type FactSource,
  mainPath,
  placeOn,
  planOf,
  WorkflowInstance,
} from '../engine/index.js';
import { type Instant } from '../platform/index.js';
import {
  courseStage,
  type DeadlinesRenewedFacts,
  type TimelineFacts,
  wordsFor,
} from '../../workflows/index.js';
import {
  type DatedDeadline,
  findContradictions,
  missingTitles,
  type TimelineTerms,
} from './check-timeline.js';
import { findCompilation, findDeadlines } from './compilation.repository.js';
import { timelinePlan } from './timeline-plan.js';

/** What can be said of the dates before the start, and after a suspension. */
export const timelineFacts = (shelf: CalendarShelf): FactSource[] => [
  answer(courseStage, 'timelineComplete', (scope) => complete(scope, shelf)),
  answer(courseStage, 'deadlinesRenewed', (scope) => renewed(scope, shelf)),
];

async function complete({ tx, now, compilationId }: FactScope, shelf: CalendarShelf): Promise<TimelineFacts> {
  const terms = await termsOf(tx, compilationId, shelf);
  return weighTimeline(await findDeadlines(tx, compilationId), terms, now);
}

/** What stands in the way of starting with these dates on that day. */
export function weighTimeline(
  deadlines: readonly DatedDeadline[],
  terms: TimelineTerms & { firstDay: CalendarDate },
  now: Instant,
): TimelineFacts {
  const years = new Set(deadlines.map(({ effectiveAt }) => yearOf(dateOf(effectiveAt))));
  return {
    undated: missingTitles(terms.timeline, deadlines),
    missingYears: [...years].filter((year) => !terms.calendar.hasYear(year)),
    startsOn: formatDate(terms.firstDay),
    contradictions: blockingSentences(deadlines, terms),
    passed: deadlines.filter(({ effectiveAt }) => effectiveAt < now).map(named),
    deadlines: deadlines.length,
  };
}

async function renewed(
  { tx, now, compilationId }: FactScope,
  shelf: CalendarShelf,
): Promise<DeadlinesRenewedFacts> {
  const terms = await termsOf(tx, compilationId, shelf);
  const since = terms.suspendedAt ?? now;
  const deadlines = await findDeadlines(tx, compilationId);
  const ahead = await stepsAhead(tx, compilationId);
  const heldUp = deadlines.filter(({ effectiveAt }) => effectiveAt >= since);
  const isPassed = ({ effectiveAt, event }: (typeof heldUp)[number]) => effectiveAt < now && ahead.has(event);
  return {
    waiting: heldUp
      .filter((deadline) => deadline.confirmedAt < since && !isPassed(deadline))
      .map(({ title }) => title),
    passed: heldUp.filter(isPassed).map(named),
    contradictions: blockingSentences(deadlines, terms),
  };
}

async function termsOf(
  reader: EntityManager,
  compilationId: string,
  shelf: CalendarShelf,
): Promise<TimelineTerms & { firstDay: CalendarDate; suspendedAt: number | null }> {
  const { decisionCatalogued, firstDay, suspendedAt } = await findCompilation(reader, compilationId);
  const timeline = await timelinePlan(reader, compilationId);
  return { timeline, calendar: await shelf.load(reader), decisionCatalogued, firstDay, suspendedAt };
}

const blockingSentences = (deadlines: readonly DatedDeadline[], terms: TimelineTerms): string[] =>
  findContradictions(deadlines, terms)
    .filter(({ blocking }) => blocking)
    .map(({ sentence }) => sentence);

const named = ({ title, effectiveAt }: DatedDeadline): string =>
  `“${title}”${formatDateWithWeekday(dateOf(effectiveAt))}`;

/** Events of the main line that are still to come once a suspended compilation goes on. */
async function stepsAhead(reader: EntityManager, compilationId: string): Promise<Set<string | null>> {
  const instance = await reader.findOneByOrFail(WorkflowInstance, { id: compilationId });
  const plan = planOf(instance.definition);
  const chart = Chart.restore(plan, instance.snapshot);
  // Only the chart knows where its history leads to; asking it changes nothing.
  const facts = { deadlinesRenewed: { waiting: [] } };
  const resume = wordsFor(plan, courseStage)?.events.resume ?? '';
  const state = chart.next({ type: resume, facts })?.state ?? chart.state;
  const way = mainPath(plan);
  const here = placeOn(
    way.map((stop) => stop.state),
    state,
  );
  return new Set(way.slice(here + 1).map(({ event }) => event));
}
