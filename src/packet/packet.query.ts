import { Injectable } from '@nestjs/common';
import { ContentStore } from '../files/index.js';
import { Database, Refusal } from '../platform/index.js';
import { PacketBuild } from './packet-build.entity.js';
import { findBuild, latestBuild } from './packet.repository.js';

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

  /** @throws PacketNotBuilt before the worker is done. */
  async stream(compilationId: string, id: string): Promise<AsyncIterable<Buffer>> {
    const { sha256 } = await this.find(compilationId, id);
    if (sha256 === null) throw new PacketNotBuilt();
    return this.store.stream(sha256);
  }
}
