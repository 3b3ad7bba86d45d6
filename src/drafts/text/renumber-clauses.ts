import { clauseKinds, levelOf, type ClauseKind, type IdentifiedClause } from './clause.js';
import { formatLabel } from './numbering.js';

/**
 * For each kind of clause the kind above it in which its numbers start afresh; null when they run on through the
 * whole text, as the 33 articles of the 2018 scheme do across its chapters.
 */
export type NumberingScopes = Readonly<Record<ClauseKind, ClauseKind | null>>;

type Step = { kind: ClauseKind; number: number };
type Path = { id: string; step: Step }[];

/**
 * Numbers the clauses again by their order, as after an insertion or a removal, each kind in its scope.
 * @param clauses in document order, parents before their children
 * @param scopes taken from the text before it was edited, when a clause was removed: （一） （二） may be what is
 *   left of either way of numbering
 */
export function renumberClauses(
  clauses: readonly IdentifiedClause[],
  scopes: NumberingScopes = numberingScopesOf(clauses),
): IdentifiedClause[] {
  const paths = new Map<string, Path>();
  const counts = new Map<string, number>();
  return clauses.map((clause) => {
    const above = clause.parentId === null ? [] : (paths.get(clause.parentId) ?? []);
    const counter = `${clause.kind} ${scopeId(above, scopes[clause.kind])}`;
    const number = (counts.get(counter) ?? 0) + 1;
    counts.set(counter, number);
    const path = [...above, { id: clause.id, step: { kind: clause.kind, number } }];
    paths.set(clause.id, path);
    const steps = path.map(({ step }) => step);
    return { ...clause, numberPath: steps.map((step) => step.number), label: formatLabel(steps) };
  });
}

/** Reads from the numbers of a text where they start afresh and where they run on. */
export function numberingScopesOf(clauses: readonly IdentifiedClause[]): NumberingScopes {
  const paths = pathsOf(clauses);
  const scopeOf = (kind: ClauseKind): ClauseKind | null => {
    const ofKind = paths.filter((path) => path[path.length - 1].step.kind === kind);
    const wider = clauseKinds.slice(0, levelOf(kind) - 1).reverse();
    return wider.find((scope) => !runsOnAcross(scope, ofKind)) ?? null;
  };
  return {
    chapter: null,
    article: scopeOf('article'),
    paragraph: scopeOf('paragraph'),
    subparagraph: scopeOf('subparagraph'),
  };
}

/** Whether below some clause of the scope, not the first, the numbers begin above one. */
function runsOnAcross(scope: ClauseKind, paths: readonly Path[]): boolean {
  const least = new Map<string, number>();
  const firstBelow = new Map<string, string>();
  for (const path of paths) {
    const place = path.findIndex(({ step }) => step.kind === scope);
    if (place < 0 || place === path.length - 1) continue;
    const { id } = path[place];
    const outer = place === 0 ? 'text' : path[place - 1].id;
    if (!firstBelow.has(outer)) firstBelow.set(outer, id);
    if (firstBelow.get(outer) === id) continue;
    least.set(id, Math.min(least.get(id) ?? Infinity, path[path.length - 1].step.number));
  }
  return [...least.values()].some((number) => number > 1);
}

/** Paths by the numbers the clauses have now. */
function pathsOf(clauses: readonly IdentifiedClause[]): Path[] {
  const paths = new Map<string, Path>();
  return clauses.map((clause) => {
    const above = clause.parentId === null ? [] : (paths.get(clause.parentId) ?? []);
    const number = clause.numberPath[clause.numberPath.length - 1];
    const path = [...above, { id: clause.id, step: { kind: clause.kind, number } }];
    paths.set(clause.id, path);
    return path;
  });
}

/** The clause of the scope's kind above, or the nearest there is; 'text' when numbers run on. */
function scopeId(above: Path, scope: ClauseKind | null): string {
  if (scope === null) return 'text';
  const within = above.filter(({ step }) => levelOf(step.kind) <= levelOf(scope));
  return within.at(-1)?.id ?? 'text';
}
