import { listChanges } from './clause-changes.js';
import { wordingOf, type IdentifiedClause } from './clause.js';

/** What became of one clause between two versions; whatever stands below a clause belongs to it. */
export interface ClauseDifference {
  /** It or something below it was reworded, moved, added or taken out. Another number alone is no change. */
  changed: boolean;
  /** The wording of the clause and of all below it, a line a passage; null in a version where it does not stand. */
  before: string | null;
  after: string | null;
}

const nowhere: ClauseDifference = { changed: false, before: null, after: null };

/**
 * Whether a clause really changed between two versions: what is said of it (采纳, 已修改) is held against this. The
 * versions need not follow each other directly.
 */
export class ClauseDifferences {
  private readonly touched: ReadonlySet<string>;

  constructor(
    private readonly before: readonly IdentifiedClause[],
    private readonly after: readonly IdentifiedClause[],
  ) {
    this.touched = touchedClauses(before, after);
  }

  changed(clauseId: string): boolean {
    return this.touched.has(clauseId);
  }

  /** A clause that stands in neither version did not change between them. */
  of(clauseId: string): ClauseDifference {
    const before = subtreeText(this.before, clauseId);
    const after = subtreeText(this.after, clauseId);
    return before === null && after === null ? nowhere : { changed: this.changed(clauseId), before, after };
  }
}

function touchedClauses(
  before: readonly IdentifiedClause[],
  after: readonly IdentifiedClause[],
): ReadonlySet<string> {
  const changes = listChanges(before, after);
  const remaining = new Set(after.map(({ id }) => id));
  const came = after.filter(({ id }) => {
    const change = changes.get(id);
    return change === undefined || change.reworded || change.moved;
  });
  const went = before.filter(({ id }) => !remaining.has(id));
  // What moved away changed the clause it stood below as well as the one it stands below now.
  const moved = new Set(came.map(({ id }) => id));
  const left = before.filter(({ id }) => moved.has(id));
  return new Set([...withAncestors(after, came), ...withAncestors(before, [...went, ...left])]);
}

function withAncestors(all: readonly IdentifiedClause[], some: readonly IdentifiedClause[]): Set<string> {
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const found = new Set<string>();
  for (const { id } of some) {
    for (let at: string | null = id; at !== null && !found.has(at); at = parents.get(at) ?? null) {
      found.add(at);
    }
  }
  return found;
}

function subtreeText(clauses: readonly IdentifiedClause[], clauseId: string): string | null {
  const inside = new Set([clauseId]);
  const lines: string[] = [];
  for (const clause of clauses) {
    if (clause.parentId !== null && inside.has(clause.parentId)) inside.add(clause.id);
    if (inside.has(clause.id)) lines.push(...wordingOf(clause));
  }
  return clauses.some(({ id }) => id === clauseId) ? lines.join('\n') : null;
}
