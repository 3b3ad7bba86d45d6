import { Injectable } from '@nestjs/common';
import { ContentStore } from '../files/index.js';
import { IndicatorsQuery } from '../materials/index.js';
import { OutboxRow } from '../outbox/index.js';
import { Database, NotFound, Refusal } from '../platform/index.js';
import { type PacketFacts, type PlannedDocument } from '../../workflows/index.js';
import { positionOf } from '../engine/index.js';
import { gatherPacketFacts } from './packet.facts.js';
import { PacketBuild } from './packet-build.entity.js';
import { findBuild, latestBuild } from './packet.repository.js';
import { findUnfinished, type UnfinishedPlace } from './unfinished.js';

export class PacketNotBuilt extends Refusal {
  constructor() {
    super('packet-not-built', '报批材料尚未生成完毕；请稍后再下载。', 409);
  }
}

/** Packets of a compilation, and their bytes. */
@Injectable()
export class PacketQuery {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly indicators: IndicatorsQuery,
  ) {}

  /** Newest first. */
  list(compilationId: string): Promise<PacketBuild[]> {
    return this.database.read((reader) =>
      reader.find(PacketBuild, { where: { compilationId }, order: { ledgerSeq: 'DESC' } }),
    );
  }

  latest(compilationId: string): Promise<PacketBuild | null> {
    return this.database.read((reader) => latestBuild(reader, compilationId));
  }

  find(compilationId: string, id: string): Promise<PacketBuild> {
    return this.database.read((reader) => findBuild(reader, compilationId, id));
  }

  /** The parts that the compilation's plan puts into a packet. */
  documents(compilationId: string): Promise<readonly PlannedDocument[]> {
    return this.database.read(async (reader) => (await positionOf(reader, compilationId)).plan.documents);
  }

  /** What a packet needs and has now, as the gate of its submission weighs it. */
  facts(compilationId: string): Promise<PacketFacts> {
    return this.database.read((reader) => gatherPacketFacts(reader, compilationId));
  }

  /** What stands unfinished, and what an office lets stand; the gate weighs the same. */
  unfinished(compilationId: string): Promise<UnfinishedPlace[]> {
    return this.database.read((reader) => findUnfinished(reader, compilationId, this.indicators));
  }

  /** To which compilation a build belongs, for an address that names only the build. */
  async compilationOf(id: string): Promise<string> {
    const build = await this.database.read((reader) => reader.findOneBy(PacketBuild, { id }));
    if (build === null) throw new NotFound('报批材料', id);
    return build.compilationId;
  }

  /** How far the worker is with a build. */
  async job(id: string): Promise<Pick<OutboxRow, 'state' | 'attempts' | 'lastError'> | null> {
    return this.database.read((reader) => reader.findOneBy(OutboxRow, { uniqueKey: `packet:${id}` }));
  }

  /** @throws PacketNotBuilt before the worker is done. */
  async stream(compilationId: string, id: string): Promise<AsyncIterable<Buffer>> {
    const { sha256 } = await this.find(compilationId, id);
    if (sha256 === null) throw new PacketNotBuilt();
    return this.store.stream(sha256);
  }
}
