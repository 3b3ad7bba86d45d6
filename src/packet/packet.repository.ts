import { type EntityManager } from 'typeorm';
import { findCompilation } from '../compilation/index.js';
import { DraftVersion } from '../drafts/index.js';
import { LedgerEntry } from '../ledger/index.js';
import { NotFound } from '../platform/index.js';
import { type PacketHeading } from './build-packet.js';
import { PacketBuild } from './packet-build.entity.js';

export async function findBuild(
  reader: EntityManager,
  compilationId: string,
  id: string,
): Promise<PacketBuild> {
  const build = await reader.findOneBy(PacketBuild, { id, compilationId });
  if (build === null) throw new NotFound('报批材料', id);
  return build;
}

export function latestBuild(reader: EntityManager, compilationId: string): Promise<PacketBuild | null> {
  return reader.findOne(PacketBuild, { where: { compilationId }, order: { ledgerSeq: 'DESC' } });
}

/** What went to the municipal government last. */
export function latestSealed(reader: EntityManager, compilationId: string): Promise<PacketBuild | null> {
  return reader.findOne(PacketBuild, {
    where: { compilationId, state: 'sealed' },
    order: { ledgerSeq: 'DESC' },
  });
}

/** What the manifest says of a build beside its files. */
export async function headingOf(reader: EntityManager, build: PacketBuild): Promise<PacketHeading> {
  const { id, title, documentNumber } = await findCompilation(reader, build.compilationId);
  const draft = await reader.findOneByOrFail(DraftVersion, { id: build.draftVersionId });
  const { seq, hash } = await reader.findOneByOrFail(LedgerEntry, {
    compilationId: build.compilationId,
    seq: build.ledgerSeq,
  });
  return {
    compilation: { id, title, documentNumber },
    draft: { name: draft.name, revision: draft.revision, digest: draft.digest ?? '' },
    ledger: { seq, hash },
  };
}
