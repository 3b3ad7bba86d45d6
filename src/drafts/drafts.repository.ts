import { type EntityManager } from 'typeorm';
import { Refusal } from '../platform/index.js';
import { Clause } from './clause.entity.js';
import { DraftVersion } from './draft-version.entity.js';
import { ClauseOutcomes, type DraftText, type IdentifiedClause } from './text/index.js';

export class NoWorkingRevision extends Refusal {
  constructor() {
    super('no-working-revision', '当前步骤没有可以修改的文稿；请在进入起草或者修改步骤后再办理。', 409);
  }
}

export class ClauseNotInWorkingRevision extends Refusal {
  constructor() {
    super('clause-not-in-working-revision', '所选条款不在当前修改稿中；请在修改稿中重新选择。', 409);
  }
}

/** The revision that may be edited now, or null between a freeze and the step that reopens the draft. */
export const workingRevision = (reader: EntityManager, compilationId: string): Promise<DraftVersion | null> =>
  reader.findOneBy(DraftVersion, { compilationId, state: 'working' });

export async function requireWorkingRevision(
  reader: EntityManager,
  compilationId: string,
): Promise<DraftVersion> {
  const working = await workingRevision(reader, compilationId);
  if (working === null) throw new NoWorkingRevision();
  return working;
}

/** The revision frozen last, of that name or of any. */
export async function latestFrozen(
  reader: EntityManager,
  compilationId: string,
  name?: string,
): Promise<DraftVersion | null> {
  const where = { compilationId, state: 'frozen' as const, ...(name === undefined ? {} : { name }) };
  const [latest] = await reader.find(DraftVersion, { where, order: { id: 'DESC' }, take: 1 });
  return latest ?? null;
}

/** The text as it stands: the revision being worked on, else what was frozen last; null before the first. */
export const standingVersion = async (
  reader: EntityManager,
  compilationId: string,
): Promise<DraftVersion | null> =>
  (await workingRevision(reader, compilationId)) ?? (await latestFrozen(reader, compilationId));

/** How each clause changed from one stored revision to another. */
export async function readOutcomes(
  reader: EntityManager,
  earlierId: string,
  laterId: string,
): Promise<ClauseOutcomes> {
  const [before, after] = [await findClauses(reader, earlierId), await findClauses(reader, laterId)];
  return new ClauseOutcomes(before.map(identified), after.map(identified));
}

/** In document order, parents before their children. */
export const findClauses = (reader: EntityManager, draftVersionId: string): Promise<Clause[]> =>
  reader.find(Clause, { where: { draftVersionId }, order: { position: 'ASC' } });

export async function clauseInWorkingRevision(
  reader: EntityManager,
  compilationId: string,
  clauseId: string,
): Promise<Clause | null> {
  const working = await workingRevision(reader, compilationId);
  return working === null ? null : reader.findOneBy(Clause, { draftVersionId: working.id, clauseId });
}

/** A stored revision as the text core sees it. */
export async function readDraft(reader: EntityManager, version: DraftVersion): Promise<DraftText> {
  const { title, head, foot } = version;
  const rows = await findClauses(reader, version.id);
  return { title, head, foot, clauses: rows.map(identified) };
}

export function identified(row: Clause): IdentifiedClause {
  const { kind, level, numberPath, label, title, titleStop, runIn, body, items, responsibilities } = row;
  const content = { kind, level, numberPath, label, title, titleStop, runIn, body, items, responsibilities };
  return { id: row.clauseId, parentId: row.parentClauseId, ...content };
}
