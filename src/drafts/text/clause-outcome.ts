import { type Sentence, compareSentences, condense, quoteChanges, sentencesOf } from './changed-sentences.js';
import { listChanges } from './clause-changes.js';
import { ClausePairs } from './clause-pairs.js';
import { type IdentifiedClause, wordingOf } from './clause.js';
import { findMerges } from './find-fragments.js';
import { placeByParentId } from './match-clauses.js';

/**
 * What became of one clause between two versions. `absent`: it stands in neither. A clause holds the clauses below
 * it: it changed when one of them did.
 */
export type ClauseFate = 'unchanged' | 'changed' | 'moved' | 'merged' | 'removed' | 'added' | 'absent';

export interface ClauseHead {
  id: string;
  label: string;
  title: string;
}

export interface ClauseOutcome {
  clauseId: string;
  fate: ClauseFate;
  /** Whether the text says anything else, or elsewhere, than before; a new number alone is no change. */
  changed: boolean;
  before: ClauseHead | null;
  after: ClauseHead | null;
  /** The clause that took it in, when it was merged. */
  mergedInto: ClauseHead | null;
  /** Whole sentences in reading order that only the earlier or only the later version has. */
  removedSentences: string[];
  addedSentences: string[];
  /** For print: number and title as they are now, then the changed sentences whole, `……` for what stayed. */
  summary: string;
}

/** How every clause changed between two versions, which need not follow each other; worked out when asked for. */
export class ClauseOutcomes {
  private readonly earlier: Family;
  private readonly later: Family;
  private readonly moved: ReadonlySet<string>;
  private readonly known = new Map<string, ClauseOutcome>();
  private merged: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly before: readonly IdentifiedClause[],
    private readonly after: readonly IdentifiedClause[],
  ) {
    this.earlier = new Family(before);
    this.later = new Family(after);
    const changes = [...listChanges(before, after)];
    this.moved = new Set(changes.filter(([, change]) => change.moved).map(([id]) => id));
  }

  of(clauseId: string): ClauseOutcome {
    const known = this.known.get(clauseId);
    if (known !== undefined) return known;
    const outcome = this.workOut(clauseId);
    this.known.set(clauseId, outcome);
    return outcome;
  }

  private workOut(clauseId: string): ClauseOutcome {
    const before = this.earlier.find(clauseId);
    const after = this.later.find(clauseId);
    const heads = { clauseId, before: headOf(before), after: headOf(after), mergedInto: null };
    if (before && after) return { ...heads, ...this.compare(before, after) };
    if (after) return { ...heads, ...this.comeNew(after) };
    if (before) return { ...heads, ...this.gone(before) };
    const nothing = { removedSentences: [], addedSentences: [], summary: '' };
    return { ...heads, fate: 'absent', changed: false, ...nothing };
  }

  private compare(before: IdentifiedClause, after: IdentifiedClause): Fate {
    const parts = this.changedParts(before.id);
    const found = parts.flatMap(({ sentences }) => sentences);
    const texts = { removedSentences: only(found, 'removed'), addedSentences: only(found, 'added') };
    const summary = parts.map(quotePart).join('\n');
    if (parts.length > 0) return { fate: 'changed', changed: true, ...texts, summary };
    const name = after.label + after.title;
    if (this.moved.has(after.id)) {
      const from = before.label === after.label ? '调整了位置' : `由原${before.label}移至此处`;
      return { fate: 'moved', changed: true, ...texts, summary: `${name}（${from}，文字未改）` };
    }
    return { fate: 'unchanged', changed: false, ...texts, summary: `${name}（文字未改）` };
  }

  private comeNew(after: IdentifiedClause): Fate {
    const addedSentences = this.later.withBelow(after.id).flatMap(sentencesOf);
    const summary = `${after.label}${addedSentences.join('')}（新增）`;
    return { fate: 'added', changed: true, removedSentences: [], addedSentences, summary };
  }

  private gone(before: IdentifiedClause): Fate & { mergedInto: ClauseHead | null } {
    const removedSentences = this.earlier.withBelow(before.id).flatMap(sentencesOf);
    const into = this.later.find(this.mergesOf().get(before.id) ?? '');
    const name = `原${before.label}${before.title}`;
    if (into === undefined) {
      const summary = `（删去${name}）`;
      return {
        fate: 'removed',
        changed: true,
        mergedInto: null,
        removedSentences,
        addedSentences: [],
        summary,
      };
    }
    const { addedSentences, summary } = this.of(into.id);
    const merged = { fate: 'merged' as const, changed: true, mergedInto: headOf(into) };
    return { ...merged, removedSentences, addedSentences, summary: `（${name}并入此条）${summary}` };
  }

  /** The clause and the clauses below it, before and after, as far as they say something else. */
  private changedParts(clauseId: string): Part[] {
    const [earlier, later] = [this.earlier.withBelow(clauseId), this.later.withBelow(clauseId)];
    const [were, are] = [new Set(earlier.map(({ id }) => id)), new Set(later.map(({ id }) => id))];
    const present = later.map((now) => {
      const old = were.has(now.id) ? this.earlier.find(now.id) : undefined;
      const movedIn = old === undefined && this.earlier.find(now.id) !== undefined;
      return partOf(old, now, movedIn ? '移入' : old === undefined ? '新增' : '');
    });
    const left = earlier
      .filter(({ id }) => !are.has(id))
      .map((old) => partOf(old, undefined, this.later.find(old.id) ? '移出' : '删去'));
    return [...present, ...left].filter(({ sentences }) => sentences.length > 0);
  }

  private mergesOf(): ReadonlyMap<string, string> {
    this.merged ??= this.findMerged();
    return this.merged;
  }

  private findMerged(): Map<string, string> {
    const pairs = new ClausePairs(placeByParentId(this.before), placeByParentId(this.after));
    const places = new Map(this.after.map(({ id }, place) => [id, place]));
    this.before.forEach(({ id }, place) => {
      const successor = places.get(id);
      if (successor !== undefined) pairs.pair(place, successor);
    });
    return new Map(
      findMerges(pairs).flatMap(({ whole, parts }) =>
        parts.map((part): [string, string] => [this.before[part].id, this.after[whole].id]),
      ),
    );
  }
}

type Fate = Pick<ClauseOutcome, 'fate' | 'changed' | 'removedSentences' | 'addedSentences' | 'summary'>;

/** What changed in one clause of its own, the clauses below it aside; no sentences when nothing did. */
interface Part {
  label: string;
  title: string;
  /** 新增, 移入, 移出, 删去, or '' for a clause that is in both. */
  note: string;
  sentences: Sentence[];
}

function partOf(
  before: IdentifiedClause | undefined,
  after: IdentifiedClause | undefined,
  note: string,
): Part {
  const { label, title } = (after ?? before)!;
  const same = before && after && condenseClause(before) === condenseClause(after);
  const sentences = same
    ? []
    : compareSentences(before ? sentencesOf(before) : [], after ? sentencesOf(after) : []);
  return { label, title, note, sentences };
}

function quotePart({ label, title, note, sentences }: Part): string {
  if (note === '删去' || note === '移出') return `（${note}原${label}${title}）`;
  if (note !== '') return `${label}${sentences.map(({ text }) => text).join('')}（${note}）`;
  // The title names the clause, so that it stands there even when it is among what stayed.
  const [first, ...rest] = sentences;
  if (title === '' || first.kind !== 'same') return label + quoteChanges(sentences);
  return `${label}${first.text}${/[。；！？]$/u.test(first.text) ? '' : '\u3000'}${quoteChanges(rest)}`;
}

const condenseClause = (clause: IdentifiedClause): string => condense(wordingOf(clause).join(''));

const only = (sentences: readonly Sentence[], kind: Sentence['kind']): string[] =>
  sentences.filter((sentence) => sentence.kind === kind).map(({ text }) => text);

const headOf = (clause: IdentifiedClause | undefined): ClauseHead | null =>
  clause ? { id: clause.id, label: clause.label, title: clause.title } : null;

/** The clauses of one version by id, each with those below it in document order. */
class Family {
  private readonly byId: ReadonlyMap<string, IdentifiedClause>;
  private readonly below = new Map<string, IdentifiedClause[]>();

  constructor(clauses: readonly IdentifiedClause[]) {
    this.byId = new Map(clauses.map((clause) => [clause.id, clause]));
    for (const clause of clauses) {
      if (clause.parentId === null) continue;
      this.below.set(clause.parentId, [...(this.below.get(clause.parentId) ?? []), clause]);
    }
  }

  find = (id: string): IdentifiedClause | undefined => this.byId.get(id);

  withBelow(id: string): IdentifiedClause[] {
    const clause = this.byId.get(id);
    const children = this.below.get(id) ?? [];
    return clause === undefined ? [] : [clause, ...children.flatMap((child) => this.withBelow(child.id))];
  }
}
