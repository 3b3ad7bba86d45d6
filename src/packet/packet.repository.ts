import { type EntityManager } from 'typeorm';
import { LedgerEntry } from '../ledger/index.js';
import { NotFound } from '../platform/index.js';
import { positionOf } from '../engine/index.js';
import { type Pinned } from './build-packet.js';
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

/** The position a build is pinned to, as the ledger has it, and what its plan puts into it. */
export async function pinnedAt(reader: EntityManager, build: PacketBuild): Promise<Pinned> {
  const { compilationId, ledgerSeq } = build;
  const { seq, hash } = await reader.findOneByOrFail(LedgerEntry, { compilationId, seq: ledgerSeq });
  const { documents } = (await positionOf(reader, compilationId)).plan;
  return { ledger: { seq, hash }, documents };
}
