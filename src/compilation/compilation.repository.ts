import { type EntityManager } from 'typeorm';
import { NotFound } from '../platform/index.js';
import { Compilation, Deadline, DraftingGroupMember } from './compilation.entity.js';
import { Issue } from './issue.entity.js';
import { type ProcedureContent, type ProcedureKind } from './procedure-kinds.js';
import { ProcedureRecord } from './procedure-record.entity.js';

export async function findCompilation(reader: EntityManager, id: string): Promise<Compilation> {
  const compilation = await reader.findOneBy(Compilation, { id });
  if (compilation === null) throw new NotFound('编制项目', id);
  return compilation;
}

export const findDeadlines = (reader: EntityManager, compilationId: string): Promise<Deadline[]> =>
  reader.find(Deadline, { where: { compilationId }, order: { position: 'ASC' } });

export async function findDeadline(
  reader: EntityManager,
  compilationId: string,
  key: string,
): Promise<Deadline> {
  const deadline = await reader.findOneBy(Deadline, { compilationId, key });
  if (deadline === null) throw new NotFound('期限', key);
  return deadline;
}

export const findDraftingGroup = (
  reader: EntityManager,
  compilationId: string,
): Promise<DraftingGroupMember[]> =>
  reader.find(DraftingGroupMember, { where: { compilationId }, order: { id: 'ASC' } });

export const findIssues = (reader: EntityManager, compilationId: string): Promise<Issue[]> =>
  reader.find(Issue, { where: { compilationId }, order: { id: 'ASC' } });

/** The latest record of a kind, or null; earlier ones stay on file but no longer count. */
export async function latestProcedure<K extends ProcedureKind>(
  reader: EntityManager,
  compilationId: string,
  kind: K,
): Promise<ProcedureContent<K> | null> {
  const record = await latestRecord(reader, compilationId, kind);
  return record === null ? null : (record.content as ProcedureContent<K>);
}

/** The latest record of a kind with its file, or null. */
export async function latestRecord(
  reader: EntityManager,
  compilationId: string,
  kind: ProcedureKind,
): Promise<ProcedureRecord | null> {
  const where = { compilationId, kind };
  const [record] = await reader.find(ProcedureRecord, { where, order: { id: 'DESC' }, take: 1 });
  return record ?? null;
}

export const findProcedures = (reader: EntityManager, compilationId: string): Promise<ProcedureRecord[]> =>
  reader.find(ProcedureRecord, { where: { compilationId }, order: { id: 'ASC' } });
