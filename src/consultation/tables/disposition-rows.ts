import { type EntityManager } from 'typeorm';
import { categoryNames, findUnits, type Unit } from '../../directory/index.js';
import { type PostName, type PostNames } from '../../platform/index.js';
import { AdoptedChanges } from '../adoption/adopted-changes.js';
import { changeWords } from '../adoption/adoption-words.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { wholeText } from '../opinions/opinion-kinds.js';
import { opinionsIn, type OpinionScope } from '../opinions/opinion-counts.js';
import { rowMark } from './row-mark.js';

/** One line of 征求意见汇总处理表, as templates/documents/disposition reads it. */
export interface DispositionRow {
  sequence: number;
  /** 意见编号 */
  number: string;
  /** 章条编号 in the version that was consulted on. */
  clause: string;
  content: string;
  /** A unit or an organisation; of a person nothing but 社会公众. */
  proposer: string;
  channel: string;
  category: string;
  /** Empty until it is disposed of. */
  disposition: string;
  reason: string;
  revisedClause: string;
  handler: string;
  reviewer: string;
  remark: string;
  /** 核对码, in the forms that may come back. */
  check: string;
}

/** What rows are looked up in; small, whatever the number of opinions. */
export interface RowContext {
  units: Map<string, Unit>;
  /** What became of the clauses that adopted opinions name. */
  changes: AdoptedChanges;
  /** What posts are called. */
  postName: PostName;
}

const rowsPerPage = 500;

/** @param draftVersionId the version whose wording is shown; else the one being worked on, or frozen last */
export async function loadRowContext(
  reader: EntityManager,
  posts: PostNames,
  compilationId: string,
  draftVersionId?: string,
): Promise<RowContext> {
  const units = new Map((await findUnits(reader)).map((unit) => [unit.id, unit]));
  const changes = await AdoptedChanges.load(reader, compilationId, draftVersionId);
  return { units, changes, postName: await posts.load(reader) };
}

export interface StoredRow {
  opinion: Opinion;
  state: string;
  /** Number of the first of a group of like opinions. */
  groupNumber: string | null;
}

/** The register in its order, a page at a time, so that memory does not grow with it. */
export async function* pageRows(
  read: <T>(fn: (reader: EntityManager) => Promise<T>) => Promise<T>,
  scope: OpinionScope,
): AsyncGenerator<StoredRow> {
  let after = { sequence: 0, part: -1 };
  for (;;) {
    const page = await read((reader) => readPage(reader, scope, after));
    yield* page;
    const last = page.at(-1)?.opinion;
    if (last === undefined || page.length < rowsPerPage) return;
    after = { sequence: last.sequence, part: last.part };
  }
}

async function readPage(
  reader: EntityManager,
  scope: OpinionScope,
  after: { sequence: number; part: number },
): Promise<StoredRow[]> {
  const { entities, raw } = await opinionsIn(reader, scope)
    .leftJoin(Opinion, 'first', 'first.id = opinion.groupId')
    .addSelect('instance.state', 'state')
    .addSelect('first.number', 'groupNumber')
    .andWhere(
      '(opinion.sequence > :sequence OR (opinion.sequence = :sequence AND opinion.part > :part))',
      after,
    )
    .orderBy('opinion.sequence')
    .addOrderBy('opinion.part')
    .limit(rowsPerPage)
    .getRawAndEntities<{ state: string; groupNumber: string | null }>();
  return entities.map((opinion, index) => ({ opinion, ...pick(raw[index]) }));
}

const pick = ({ state, groupNumber }: { state: string; groupNumber: string | null }) => ({
  state,
  groupNumber,
});

export function toRow(
  { opinion, state, groupNumber }: StoredRow,
  sequence: number,
  context: RowContext,
): DispositionRow {
  const unit = opinion.unitId === null ? undefined : context.units.get(opinion.unitId);
  const settled = state === 'disposed' || state === 'reviewed';
  return {
    sequence,
    number: opinion.number,
    clause: opinion.clauseLabel ?? wholeText,
    content: opinion.content,
    proposer: unit?.shortName ?? opinion.organisation ?? opinion.category,
    channel: opinion.channel,
    category: unit === undefined ? opinion.category : categoryNames[unit.category].shortTitle,
    disposition: settled ? (opinion.disposition ?? '') : '',
    reason: settled ? (opinion.reason ?? '') : '',
    revisedClause: settled ? changeWords(context.changes.of(opinion), opinion.unchangedReason) : '',
    handler: context.postName(opinion.disposedBy ?? opinion.handler, '承办岗位'),
    reviewer: context.postName(opinion.reviewedBy, '复核岗位'),
    remark: remarksOn(opinion, groupNumber).join('；'),
    check: rowMark(opinion, state),
  };
}

function remarksOn(opinion: Opinion, groupNumber: string | null): string[] {
  const letter = opinion.number.replace(/^(\d+-\d+)-.*$/, '$1');
  return [
    opinion.late ? '逾期意见' : '',
    opinion.parentId === null ? '' : `由${letter}拆分`,
    groupNumber === null || groupNumber === opinion.number ? '' : `与${groupNumber}同类`,
  ].filter((remark) => remark !== '');
}
