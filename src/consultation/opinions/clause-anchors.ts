import { type EntityManager } from 'typeorm';
import { type Clause, findClauses } from '../../drafts/index.js';

/** What an opinion says it speaks of. */
export interface AnchorInput {
  clauseId?: string | null;
  clauseLabel?: string | null;
}

export interface Anchor {
  clauseId: string | null;
  /** The clause's own label once it is found, else what was written. */
  clauseLabel: string | null;
}

/** Finds the clauses of one version by id or by the number a proposer wrote: 二、（三）, 二(三) or （二十三）. */
export class ClauseAnchors {
  private readonly byId: Map<string, Clause>;
  /** null where several clauses end with the same number, so that it alone names none of them. */
  private readonly byLabel = new Map<string, Clause | null>();

  constructor(clauses: readonly Clause[]) {
    this.byId = new Map(clauses.map((clause) => [clause.clauseId, clause]));
    for (const clause of clauses) this.byLabel.set(condense(clause.label), clause);
    for (const clause of clauses) {
      const last = condense(lastMarkOf(clause.label));
      if (last === condense(clause.label)) continue;
      this.byLabel.set(last, this.byLabel.has(last) ? null : clause);
    }
  }

  static async of(reader: EntityManager, draftVersionId: string | null): Promise<ClauseAnchors> {
    return new ClauseAnchors(draftVersionId === null ? [] : await findClauses(reader, draftVersionId));
  }

  has(clauseId: string): boolean {
    return this.byId.has(clauseId);
  }

  resolve({ clauseId, clauseLabel }: AnchorInput): Anchor {
    const written = clauseLabel?.trim() ? clauseLabel.trim() : null;
    const clause =
      clauseId != null ? this.byId.get(clauseId) : written && this.byLabel.get(condense(written));
    return clause
      ? { clauseId: clause.clauseId, clauseLabel: clause.label }
      : { clauseId: null, clauseLabel: written };
  }
}

const condense = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/^第|[章节条款项]/gu, '')
    .replace(/[\s、.,，。]/gu, '');

/** “（五）” of “二、（五）”; the label itself when it does not end with a bracket. */
const lastMarkOf = (label: string): string => /[（(][^（()）]*[）)]$/u.exec(label)?.[0] ?? label;
