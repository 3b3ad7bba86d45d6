import { Injectable } from '@nestjs/common';
import { DraftsQuery } from '../../drafts/index.js';
import { excerpt } from '../../platform/index.js';

export interface ClauseChoice {
  clauseId: string;
  label: string;
}

/** The clauses among which a form lets choose. */
@Injectable()
export class ClauseChoices {
  constructor(private readonly drafts: DraftsQuery) {}

  /** Of the revision that was discussed. */
  async of(compilationId: string, draftVersionId: string | null): Promise<ClauseChoice[]> {
    if (draftVersionId === null) return [];
    const { clauses } = await this.drafts.view(compilationId, draftVersionId);
    return clauses.map(({ clauseId, label, title, wording }) => ({
      clauseId,
      label: `${label}${excerpt(title === '' ? (wording[0] ?? '') : title, 24)}`,
    }));
  }

  /** Of the revision that is being edited; empty between a freeze and the step that reopens the draft. */
  async working(compilationId: string): Promise<ClauseChoice[]> {
    const versions = await this.drafts.versions(compilationId);
    return this.of(compilationId, versions.find(({ state }) => state === 'working')?.id ?? null);
  }

  /** Of the revision that is being edited, those marked that read otherwise than in the one that was discussed. */
  async changed(compilationId: string, discussedVersionId: string | null): Promise<ClauseChoice[]> {
    const versions = await this.drafts.versions(compilationId);
    const working = versions.find(({ state }) => state === 'working');
    if (working === undefined || discussedVersionId === null) return this.working(compilationId);
    const differs = await this.drafts.changedClauses(compilationId, discussedVersionId, working.id);
    const all = await this.of(compilationId, working.id);
    return all.map(({ clauseId, label }) => ({
      clauseId,
      label: differs.has(clauseId) ? `${label}（有改动）` : label,
    }));
  }

  /** The clauses of the revision frozen last. */
  async frozen(compilationId: string): Promise<ClauseChoice[]> {
    return this.of(compilationId, await this.frozenId(compilationId));
  }

  async frozenId(compilationId: string): Promise<string | null> {
    const versions = await this.drafts.versions(compilationId);
    return versions.findLast(({ state }) => state === 'frozen')?.id ?? null;
  }

  /** How clauses are called that an answer names, wherever they stand now. */
  async labels(compilationId: string): Promise<Map<string, string>> {
    const known = [...(await this.frozen(compilationId)), ...(await this.working(compilationId))];
    return new Map(known.map(({ clauseId, label }) => [clauseId, label]));
  }
}
