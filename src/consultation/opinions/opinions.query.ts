import { Injectable } from '@nestjs/common';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Clause, latestFrozen, workingRevision } from '../../drafts/index.js';
import { WorkflowInstance } from '../../engine/index.js';
import { Database } from '../../platform/index.js';
import { type Disposition, opinionWorkflow } from '../../../workflows/index.js';
import { countByState, opinionsIn, type StateCounts } from './opinion-counts.js';
import { countByDisposition, type DispositionCounts } from './register-counts.js';
import { type Channel } from './opinion-kinds.js';
import { Opinion } from './opinion.entity.js';
import { findOpinion } from './opinions.repository.js';

export interface OpinionFilter {
  state?: string;
  handler?: string;
  late?: boolean;
  clauseId?: string;
  groupId?: string;
  disposition?: Disposition;
  unitId?: string;
  channel?: Channel;
}

/** Where an opinion stands in the register: a letter by its sequence, its parts in their order. */
export interface RegisterPlace {
  sequence: number;
  part: number;
}

/** Without personal data: whoever must see it asks for one opinion by name. */
export type OpinionView = Omit<Opinion, 'personName' | 'personContact'> & {
  state: string;
  stateTitle: string;
};

export interface OpinionPage {
  opinions: OpinionView[];
  /** Pass it as `after` for the next page; null at the end. */
  next: RegisterPlace | null;
}

export const largestPage = 500;

/** Read models of the register, paged by key so that a page costs the same at the end as at the beginning. */
@Injectable()
export class OpinionsQuery {
  constructor(private readonly database: Database) {}

  page(
    compilationId: string,
    filter: OpinionFilter = {},
    after: OpinionPage['next'] = null,
    size = 50,
  ): Promise<OpinionPage> {
    return this.database.read(async (reader) => {
      const limit = Math.min(size, largestPage);
      const opinions = await readViews(following(filtered(reader, compilationId, filter), after), limit);
      const last = opinions.at(-1);
      const next = last && opinions.length === limit ? { sequence: last.sequence, part: last.part } : null;
      return { opinions, next };
    });
  }

  /** The neighbours of a place among the opinions of a filter, in the order of the register. */
  around(
    compilationId: string,
    filter: OpinionFilter,
    place: RegisterPlace,
    size: number,
  ): Promise<{ before: OpinionView[]; after: OpinionView[] }> {
    return this.database.read(async (reader) => {
      const before = await readViews(preceding(filtered(reader, compilationId, filter), place), size);
      const after = await readViews(following(filtered(reader, compilationId, filter), place), size);
      return { before: before.reverse(), after };
    });
  }

  /** How many opinions a filter has; counted by the database. */
  count(compilationId: string, filter: OpinionFilter): Promise<number> {
    return this.database.read(async (reader) => {
      if (Object.values(filter).every((value) => value === undefined))
        return (await countByState(reader, { compilationId })).total;
      const query = filtered(reader, compilationId, filter).select('COUNT(*)', 'count');
      return Number((await query.getRawOne<{ count: string | number }>())?.count ?? 0);
    });
  }

  one(compilationId: string, id: string): Promise<OpinionView & { parts: string[] }> {
    return this.database.read(async (reader) => {
      const opinion = await findOpinion(reader, compilationId, id);
      const { state } = await reader.findOneByOrFail(WorkflowInstance, { id });
      const parts = await reader.find(Opinion, { where: { parentId: id }, order: { part: 'ASC' } });
      return { ...viewOf(opinion, state), parts: parts.map((part) => part.id) };
    });
  }

  states(compilationId: string): Promise<StateCounts> {
    return this.database.read((reader) => countByState(reader, { compilationId }));
  }

  counts(compilationId: string): Promise<{ states: StateCounts; dispositions: DispositionCounts }> {
    return this.database.read(async (reader) => ({
      states: await countByState(reader, { compilationId }),
      dispositions: await countByDisposition(reader, { compilationId }),
    }));
  }

  /** Opinions whose clause no longer stands in the text: a person decides what they speak of now. */
  orphans(compilationId: string): Promise<{ id: string; number: string; clauseLabel: string | null }[]> {
    return this.database.read(async (reader) => {
      const version =
        (await workingRevision(reader, compilationId)) ?? (await latestFrozen(reader, compilationId));
      if (version === null) return [];
      return this.withoutClause(reader, compilationId, version.id);
    });
  }

  private withoutClause(reader: EntityManager, compilationId: string, versionId: string) {
    return opinionsIn(reader, { compilationId })
      .leftJoin(
        Clause,
        'clause',
        'clause.clauseId = opinion.clauseId AND clause.draftVersionId = :versionId',
        {
          versionId,
        },
      )
      .andWhere('opinion.clauseId IS NOT NULL AND clause.id IS NULL')
      .select('opinion.id', 'id')
      .addSelect('opinion.number', 'number')
      .addSelect('opinion.clauseLabel', 'clauseLabel')
      .orderBy('opinion.sequence')
      .addOrderBy('opinion.part')
      .limit(largestPage)
      .getRawMany<{ id: string; number: string; clauseLabel: string | null }>();
  }
}

function filtered(
  reader: EntityManager,
  compilationId: string,
  { state, ...equal }: OpinionFilter,
): SelectQueryBuilder<Opinion> {
  const query = opinionsIn(reader, { compilationId });
  if (state !== undefined) query.andWhere('instance.state = :state', { state });
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) query.andWhere(`opinion.${column} = :${column}`, { [column]: value });
  }
  return query;
}

function following(query: SelectQueryBuilder<Opinion>, place: RegisterPlace | null) {
  if (place !== null) {
    query.andWhere(
      '(opinion.sequence > :sequence OR (opinion.sequence = :sequence AND opinion.part > :part))',
      { sequence: place.sequence, part: place.part },
    );
  }
  return query.orderBy('opinion.sequence').addOrderBy('opinion.part');
}

const preceding = (query: SelectQueryBuilder<Opinion>, { sequence, part }: RegisterPlace) =>
  query
    .andWhere('(opinion.sequence < :sequence OR (opinion.sequence = :sequence AND opinion.part < :part))', {
      sequence,
      part,
    })
    .orderBy('opinion.sequence', 'DESC')
    .addOrderBy('opinion.part', 'DESC');

async function readViews(query: SelectQueryBuilder<Opinion>, limit: number): Promise<OpinionView[]> {
  query.addSelect('instance.state', 'state').limit(limit);
  const { entities, raw } = await query.getRawAndEntities<{ state: string }>();
  return entities.map((opinion, index) => viewOf(opinion, raw[index].state));
}

function viewOf(opinion: Opinion, state: string): OpinionView {
  const view: Partial<Opinion> = { ...opinion };
  delete view.personName;
  delete view.personContact;
  return { ...(view as OpinionView), state, stateTitle: opinionWorkflow.stateTitles[state] };
}
