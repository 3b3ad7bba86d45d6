import { dateOf, formatDateWithWeekday } from '../calendar/index.js';
import { type Instant } from '../platform/index.js';
import {
  type Contradiction,
  type DatedDeadline,
  findContradictions,
  type TimelineTerms,
} from './check-timeline.js';
import { DeadlineMovedIntoPast, TimelineContradicts } from './timeline.errors.js';

export interface TimelineChange {
  before: readonly DatedDeadline[];
  after: readonly DatedDeadline[];
  now: Instant;
}

/**
 * The one check of every act that moves dates. A date that was past and stays as it is, is nobody's fault now; one
 * that is moved into the past, or against another, is refused.
 * @returns warnings: what the law only asks in general, in sentences
 * @throws DeadlineMovedIntoPast, TimelineContradicts
 */
export function checkChange(change: TimelineChange, terms: TimelineTerms): string[] {
  const moved = movedIn(change);
  const past = change.after.filter(({ key, effectiveAt }) => moved.has(key) && effectiveAt < change.now);
  if (past.length > 0) throw new DeadlineMovedIntoPast(past.map(named));
  const { blocking, warnings } = contradictionsOf(change, terms);
  if (blocking.length > 0) throw new TimelineContradicts(blocking);
  return warnings;
}

/** What a change that is not ours to refuse (another calendar) puts against each other, all of it as warnings. */
export function warnOfChange(change: TimelineChange, terms: TimelineTerms): string[] {
  const { blocking, warnings } = contradictionsOf(change, terms);
  return [...blocking, ...warnings];
}

/** Contradictions that a moved deadline has part in, unless all moved together and had it before. */
function contradictionsOf(change: TimelineChange, terms: TimelineTerms) {
  const moved = movedIn(change);
  const together = moved.size === change.after.length;
  const known = new Set(findContradictions(change.before, terms).map(pairOf));
  const found = findContradictions(change.after, terms)
    .filter(({ keys }) => keys.some((key) => moved.has(key)))
    .filter((contradiction) => !(together && known.has(pairOf(contradiction))));
  const sentences = (blocking: boolean) =>
    found.filter((one) => one.blocking === blocking).map(({ sentence }) => sentence);
  return { blocking: sentences(true), warnings: sentences(false) };
}

const pairOf = ({ keys }: Contradiction): string => keys.join(' ');

function movedIn({ before, after }: TimelineChange): Set<string> {
  const known = new Map(before.map((deadline) => [deadline.key, deadline]));
  const moved = after.filter(({ key, nominal, effectiveAt }) => {
    const old = known.get(key);
    return old === undefined || old.nominal !== nominal || old.effectiveAt !== effectiveAt;
  });
  return new Set(moved.map(({ key }) => key));
}

const named = ({ title, effectiveAt }: DatedDeadline): string =>
  `“${title}”${formatDateWithWeekday(dateOf(effectiveAt))}`;
