import { strict as assert } from 'node:assert';
import { type Reaction, reactTo } from '../engine/index.js';
import { saveRevision } from '../platform/index.js';
import { PacketBuild } from './packet-build.entity.js';
import { latestBuild, latestSealed } from './packet.repository.js';
import { approveStage, publishStage } from '../../workflows/index.js';

/** The packet that is submitted is sealed: it stays as the municipal government received it. */
export const sealPacket: Reaction = reactTo(approveStage, 'sealPacket', async (act) => {
  const build = await latestBuild(act.tx, act.compilationId);
  assert.ok(build !== null && build.sha256 !== null, 'the gate lets only a built packet through');
  await saveRevision(act.tx, PacketBuild, build, { state: 'sealed' }, '报批材料');
  act.note({ packet: { id: build.id, ledgerSeq: build.ledgerSeq, sha256: build.sha256, sm3: build.sm3 } });
});

/** The ledger says which packet the published text came from. */
export const announcePublication: Reaction = reactTo(publishStage, 'announcePublication', async (act) => {
  const build = await latestSealed(act.tx, act.compilationId);
  act.note({ publishedFromPacket: build?.sha256 ?? null });
});
