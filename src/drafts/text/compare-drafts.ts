import { listChanges, type ClauseChange } from './clause-changes.js';
import { wordingOf, type IdentifiedClause } from './clause.js';
import { compareTexts, type Segment } from './compare-text.js';

export type ClauseStatus = 'unchanged' | 'reworded' | 'moved' | 'renumbered' | 'added' | 'removed';

export interface ClauseComparison {
  id: string;
  /** Of several changes the one that matters most: reworded before moved before renumbered. */
  status: ClauseStatus;
  /** All that happened to a clause that is in both versions. */
  change: ClauseChange;
  /** The number and title in either version, null where the clause is not. */
  before: { label: string; title: string } | null;
  after: { label: string; title: string } | null;
  /** The whole wording without its number, passages separated by line feeds. */
  segments: Segment[];
}

const unchanged: ClauseChange = { reworded: false, moved: false, renumbered: false };

/**
 * Compares two versions clause by clause, in the order of the second; a removed clause stands where it stood,
 * after the clause it followed. The versions need not follow each other directly.
 */
export function compareDrafts(
  before: readonly IdentifiedClause[],
  after: readonly IdentifiedClause[],
): ClauseComparison[] {
  const changes = listChanges(before, after);
  const earlier = new Map(before.map((clause) => [clause.id, clause]));
  const removed = groupRemoved(before, new Set(after.map((clause) => clause.id)));
  const list = [...(removed.get(null) ?? [])].map(compareRemoved);
  for (const clause of after) {
    const change = changes.get(clause.id);
    const previous = earlier.get(clause.id);
    list.push(change && previous ? compareSurvivor(previous, clause, change) : compareAdded(clause));
    list.push(...(removed.get(clause.id) ?? []).map(compareRemoved));
  }
  return list;
}

/** Removed clauses by the last clause before them that is still there, null for those before all others. */
function groupRemoved(
  before: readonly IdentifiedClause[],
  surviving: ReadonlySet<string>,
): Map<string | null, IdentifiedClause[]> {
  const groups = new Map<string | null, IdentifiedClause[]>();
  let anchor: string | null = null;
  for (const clause of before) {
    if (surviving.has(clause.id)) anchor = clause.id;
    else groups.set(anchor, [...(groups.get(anchor) ?? []), clause]);
  }
  return groups;
}

function compareSurvivor(
  before: IdentifiedClause,
  after: IdentifiedClause,
  change: ClauseChange,
): ClauseComparison {
  const segments = change.reworded ? compareTexts(textOf(before), textOf(after)) : whole('same', after);
  return {
    id: after.id,
    status: statusOf(change),
    change,
    before: headOf(before),
    after: headOf(after),
    segments,
  };
}

const compareAdded = (clause: IdentifiedClause): ClauseComparison => ({
  id: clause.id,
  status: 'added',
  change: unchanged,
  before: null,
  after: headOf(clause),
  segments: whole('added', clause),
});

const compareRemoved = (clause: IdentifiedClause): ClauseComparison => ({
  id: clause.id,
  status: 'removed',
  change: unchanged,
  before: headOf(clause),
  after: null,
  segments: whole('removed', clause),
});

function statusOf(change: ClauseChange): ClauseStatus {
  if (change.reworded) return 'reworded';
  if (change.moved) return 'moved';
  return change.renumbered ? 'renumbered' : 'unchanged';
}

const textOf = (clause: IdentifiedClause): string => wordingOf(clause).join('\n');
const headOf = ({ label, title }: IdentifiedClause): { label: string; title: string } => ({ label, title });

function whole(kind: Segment['kind'], clause: IdentifiedClause): Segment[] {
  const text = textOf(clause);
  return text === '' ? [] : [{ kind, text }];
}
