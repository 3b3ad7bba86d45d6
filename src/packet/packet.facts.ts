import { type EntityManager } from 'typeorm';
import { formatDateTime } from '../calendar/index.js';
import { latestFrozen } from '../drafts/index.js';
import { answer, type FactSource, positionOf } from '../engine/index.js';
import { type IndicatorsQuery } from '../materials/index.js';
import { approveStage, type FinishedFacts, type PacketFacts } from '../../workflows/index.js';
import { latestBuild } from './packet.repository.js';
import { staleParts } from './staleness.js';
import { findUnfinished } from './unfinished.js';

/**
 * The parts come out of one build, so they are there together and at one draft version; what can go wrong is
 * that there is no build, or that what it shows moved after it.
 */
export const packetCompleteFacts: FactSource = answer(
  approveStage,
  'packetComplete',
  ({ tx, compilationId }) => gatherPacketFacts(tx, compilationId),
);

export const packetFinishedFacts = (indicators: IndicatorsQuery): FactSource =>
  answer(approveStage, 'packetFinished', async ({ tx, compilationId }): Promise<FinishedFacts> => {
    const places = await findUnfinished(tx, compilationId, indicators);
    const open = places.filter(({ pass }) => pass === null);
    const titles = (kind: 'section' | 'indicator') =>
      open.filter((place) => place.kind === kind).map(({ title }) => title);
    return {
      unwritten: titles('section'),
      contradictions: titles('indicator'),
      passed: places.length - open.length,
    };
  });

export async function gatherPacketFacts(reader: EntityManager, compilationId: string): Promise<PacketFacts> {
  const position = await positionOf(reader, compilationId);
  const { documents } = position.plan;
  const draft = await latestFrozen(reader, compilationId, position.words(approveStage).versions.submitted);
  const version = draft === null ? null : `${draft.name}第${draft.revision}稿`;
  const build = await latestBuild(reader, compilationId);
  const titles = documents.map(({ title }) => title);
  if (build === null || build.builtAt === null) {
    return { version, missing: build === null ? titles : [], stale: [], builtAt: null };
  }
  const stale = await staleParts(reader, build, draft?.id, documents);
  return { version, missing: [], stale, builtAt: formatDateTime(build.builtAt) };
}
