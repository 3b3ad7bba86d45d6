import { type EntityManager } from 'typeorm';
import { formatDateTime } from '../calendar/index.js';
import { latestFrozen } from '../drafts/index.js';
import { type FactSource } from '../engine/index.js';
import { type PacketFacts } from '../../workflows/index.js';
import { packetParts } from './packet-parts.js';
import { latestBuild } from './packet.repository.js';
import { staleParts } from './staleness.js';

/**
 * The four parts come out of one build, so they are there together and at one draft version; what can go wrong is
 * that there is no build, or that what it shows moved after it.
 */
export const packetCompleteFacts: FactSource = {
  answers: 'implementation-scheme-2021/packetComplete',
  gather: ({ tx, compilationId }) => gatherPacketFacts(tx, compilationId),
};

export async function gatherPacketFacts(reader: EntityManager, compilationId: string): Promise<PacketFacts> {
  const draft = await latestFrozen(reader, compilationId, '报批稿');
  const version = draft === null ? null : `${draft.name}第${draft.revision}稿`;
  const build = await latestBuild(reader, compilationId);
  const titles = packetParts.map(({ title }) => title);
  if (build === null || build.builtAt === null) {
    return { version, missing: build === null ? [...titles] : [], stale: [], builtAt: null };
  }
  const stale = await staleParts(reader, build, draft?.id);
  return { version, missing: [], stale, builtAt: formatDateTime(build.builtAt) };
}
