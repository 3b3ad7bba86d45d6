import { type EntityManager } from 'typeorm';
import { type Act } from '../engine/index.js';
import { insertRows } from '../platform/index.js';
import { Clause } from './clause.entity.js';
import { DraftVersion } from './draft-version.entity.js';
import { workingRevision } from './drafts.repository.js';
import { type DraftText } from './text/index.js';

type NewRevision = Pick<DraftVersion, 'name' | 'origin' | 'doubts' | 'findings' | 'confirmedAt'>;

/**
 * Stores a text as the working revision; the one that was working is superseded, or goes when it was empty, so
 * that there is one working revision and the first import of a version is its first revision.
 */
export async function storeRevision(
  act: Act,
  { name, origin, doubts, findings, confirmedAt }: NewRevision,
  draft: DraftText,
): Promise<DraftVersion> {
  const { tx, compilationId, now } = act;
  await retireWorking(tx, compilationId);
  const { title, head, foot, clauses } = draft;
  const version: DraftVersion = {
    id: act.ids.next(),
    compilationId,
    name,
    revision: await nextRevision(tx, compilationId, name),
    state: 'working',
    origin,
    title,
    head,
    foot,
    doubts,
    findings,
    confirmedAt,
    unchangedReason: null,
    digest: null,
    createdAt: now,
    frozenAt: null,
  };
  await tx.insert(DraftVersion, version as never);
  const rows = clauses.map(({ id, parentId, ...content }, position) => ({
    ...content,
    id: act.ids.next(),
    draftVersionId: version.id,
    clauseId: id,
    parentClauseId: parentId,
    position,
    revision: 1,
  }));
  await insertRows(tx, Clause, rows);
  return version;
}

async function retireWorking(tx: EntityManager, compilationId: string): Promise<void> {
  const working = await workingRevision(tx, compilationId);
  if (working === null) return;
  const isEmpty = !(await tx.existsBy(Clause, { draftVersionId: working.id }));
  if (isEmpty) await tx.delete(DraftVersion, { id: working.id });
  else await tx.update(DraftVersion, { id: working.id }, { state: 'superseded' });
}

async function nextRevision(tx: EntityManager, compilationId: string, name: string): Promise<number> {
  return ((await tx.maximum(DraftVersion, 'revision', { compilationId, name })) ?? 0) + 1;
}
