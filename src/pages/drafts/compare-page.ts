import { Injectable } from '@nestjs/common';
import { type DraftVersion, DraftsQuery } from '../../drafts/index.js';
import { areaPath } from '../frame/navigation.js';
import { changeCounts, comparedClauses } from './comparison-view.js';
import { draftsNav } from './drafts-nav.js';
import { revisionName } from './version-names.js';

/** Any two versions, clause by clause. */
@Injectable()
export class ComparePage {
  constructor(private readonly drafts: DraftsQuery) {}

  /** Without a choice the newest version and the one before it. */
  async view(compilationId: string, earlierId: string, laterId: string): Promise<object> {
    const versions = await this.drafts.versions(compilationId);
    const later = versions.find(({ id }) => id === laterId) ?? versions.at(-1);
    const before = later === undefined ? undefined : versions[versions.indexOf(later) - 1];
    const earlier = versions.find(({ id }) => id === earlierId) ?? before;
    const common = {
      nav: draftsNav(compilationId, 'compare'),
      action: `${areaPath(compilationId, 'drafts')}/compare`,
      earlierChoices: choices(versions, earlier),
      laterChoices: choices(versions, later),
    };
    if (earlier === undefined || later === undefined) return { ...common, compared: null };
    const clauses = await this.drafts.compare(compilationId, earlier.id, later.id);
    const changed = clauses.filter(({ status }) => status !== 'unchanged');
    const compared = {
      earlier: revisionName(earlier),
      later: revisionName(later),
      counts: changeCounts(clauses),
      changed: changed.length,
      clauses: comparedClauses(changed),
    };
    return { ...common, compared };
  }
}

const choices = (versions: readonly DraftVersion[], chosen: DraftVersion | undefined) =>
  versions.map((version) => ({
    id: version.id,
    name: revisionName(version),
    selected: version.id === chosen?.id,
  }));
