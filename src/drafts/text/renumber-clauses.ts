import { type ClauseKind, type IdentifiedClause } from './clause.js';
import { formatLabel } from './numbering.js';

type Step = { kind: ClauseKind; number: number };

/**
 * Numbers the clauses again by their order, as after an insertion or a removal. Articles go on counting across
 * chapters where they did so before.
 * @param clauses in document order, parents before their children
 * @param articlesRunOn taken from the text before it was edited, when a clause was removed: （一） （二） may be
 *   what is left of either way of numbering
 */
export function renumberClauses(
  clauses: readonly IdentifiedClause[],
  articlesRunOn: boolean = doArticlesRunOn(clauses),
): IdentifiedClause[] {
  const paths = new Map<string, Step[]>();
  const counts = new Map<string, number>();
  return clauses.map((clause) => {
    const scope = articlesRunOn && clause.kind === 'article' ? 'all' : (clause.parentId ?? 'top');
    const number = (counts.get(`${scope} ${clause.kind}`) ?? 0) + 1;
    counts.set(`${scope} ${clause.kind}`, number);
    const above = clause.parentId === null ? [] : (paths.get(clause.parentId) ?? []);
    const path = [...above, { kind: clause.kind, number }];
    paths.set(clause.id, path);
    return { ...clause, numberPath: path.map((step) => step.number), label: formatLabel(path) };
  });
}

/** Whether the articles of some later chapter begin with a number above one. */
export function doArticlesRunOn(clauses: readonly IdentifiedClause[]): boolean {
  const [, ...laterChapters] = clauses.filter((clause) => clause.kind === 'chapter');
  return laterChapters.some((chapter) => {
    const numbers = clauses
      .filter((clause) => clause.kind === 'article' && clause.parentId === chapter.id)
      .map((clause) => clause.numberPath[clause.numberPath.length - 1]);
    return numbers.length > 0 && Math.min(...numbers) > 1;
  });
}
