import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type ClauseOutcome } from '../../drafts/index.js';
import { type Opinion } from '../opinions/opinion.entity.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { AdoptedChanges } from './adopted-changes.js';

/** An adopted opinion whose clause reads as it did when the opinion was given. */
export interface UnchangedAdoption {
  id: string;
  number: string;
  content: string;
  state: string;
  disposition: string;
  outcome: ClauseOutcome;
  /** Why the text was left as it was; null until somebody confirms it. */
  unchangedReason: string | null;
}

export interface AdoptionFindings {
  /** Opinions disposed of as 采纳 or 部分采纳. */
  adopted: number;
  /** Those whose clause did not change and for which somebody said why. */
  reasoned: number;
  /** Those whose clause did not change and for which nobody did. */
  unchanged: number;
  /** Some of the latter, in the order of the register. */
  samples: UnchangedAdoption[];
}

/** Holds every adopted opinion against the text that answers it. @param most how many samples are named */
export async function findUnchangedAdoptions(
  reader: EntityManager,
  compilationId: string,
  most: number,
): Promise<AdoptionFindings> {
  const groups = await groupByClause(reader, compilationId);
  const changes = await AdoptedChanges.load(reader, compilationId);
  const still = groups.flatMap((group) => {
    const outcome = changes.of(group);
    return outcome === null || !outcome.changed ? [{ ...group, outcome }] : [];
  });
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);
  const open = still.filter(({ count, reasoned }) => count > reasoned);
  return {
    adopted: sum(groups.map(({ count }) => count)),
    reasoned: sum(still.map(({ reasoned }) => reasoned)),
    unchanged: sum(open.map(({ count, reasoned }) => count - reasoned)),
    samples: await samplesOf(reader, compilationId, open, changes, most),
  };
}

interface AdoptedClause {
  draftVersionId: string | null;
  changedClauseId: string | null;
  count: number;
  reasoned: number;
}

const adoptedIn = (reader: EntityManager, compilationId: string): SelectQueryBuilder<Opinion> =>
  opinionsIn(reader, { compilationId })
    .andWhere(`instance.state IN ('disposed', 'reviewed')`)
    .andWhere(`opinion.disposition IN ('采纳', '部分采纳')`);

/** Counted by the database: many opinions name one clause. */
async function groupByClause(reader: EntityManager, compilationId: string): Promise<AdoptedClause[]> {
  const rows = await adoptedIn(reader, compilationId)
    .select('opinion.draftVersionId', 'draftVersionId')
    .addSelect('opinion.changedClauseId', 'changedClauseId')
    .addSelect('COUNT(*)', 'count')
    .addSelect('COUNT(opinion.unchangedReason)', 'reasoned')
    .groupBy('opinion.draftVersionId')
    .addGroupBy('opinion.changedClauseId')
    .getRawMany<Adopted & { count: string | number; reasoned: string | number }>();
  return rows.map(({ draftVersionId, changedClauseId, count, reasoned }) => ({
    draftVersionId,
    changedClauseId,
    count: Number(count),
    reasoned: Number(reasoned),
  }));
}
type Adopted = Pick<Opinion, 'draftVersionId' | 'changedClauseId'>;

async function samplesOf(
  reader: EntityManager,
  compilationId: string,
  open: readonly AdoptedClause[],
  changes: AdoptedChanges,
  most: number,
): Promise<UnchangedAdoption[]> {
  if (open.length === 0 || most === 0) return [];
  const clauseIds = [...new Set(open.map(({ changedClauseId }) => changedClauseId))];
  const { entities, raw } = await adoptedIn(reader, compilationId)
    .andWhere('opinion.unchangedReason IS NULL AND opinion.changedClauseId IN (:...clauseIds)', { clauseIds })
    .addSelect('instance.state', 'state')
    .orderBy('opinion.sequence')
    .addOrderBy('opinion.part')
    .limit(most)
    .getRawAndEntities<{ state: string }>();
  return entities.flatMap((opinion, index) => {
    const outcome = changes.of(opinion);
    return outcome === null || outcome.changed ? [] : [sampleOf(opinion, raw[index].state, outcome)];
  });
}

function sampleOf(opinion: Opinion, state: string, outcome: ClauseOutcome): UnchangedAdoption {
  const { id, number, content, disposition, unchangedReason } = opinion;
  return { id, number, content, state, disposition: disposition ?? '', outcome, unchangedReason };
}
