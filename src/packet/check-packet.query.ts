import { Injectable } from '@nestjs/common';
import { ContentStore } from '../files/index.js';
import { Database } from '../platform/index.js';
import { PacketBuild } from './packet-build.entity.js';
import { PacketBuilder } from './packet.job.js';
import { PacketNotBuilt } from './packet.query.js';
import { findBuild, pinnedAt } from './packet.repository.js';
import { type PacketVerdict, verifyPacket } from './verify-packet.js';

/** What a packet says of itself, and what the house knows of it. */
export interface PacketCheck {
  verdict: PacketVerdict;
  /** The build whose record has the same digests; null when no build of the compilation has. */
  build: PacketBuild | null;
  /** Whether the manifest names the ledger entry of that build, with its hash. */
  position: boolean;
  /** Whether building again from the frozen sources gave the same bytes; null when it was not tried. */
  reproduced: boolean | null;
}

/** Verifies a packet against its manifest, its record, the ledger, and itself built again. */
@Injectable()
export class CheckPacketQuery {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly builder: PacketBuilder,
  ) {}

  /** @throws PacketNotBuilt before the worker is done. */
  async built(compilationId: string, buildId: string): Promise<PacketCheck> {
    const { sha256 } = await this.database.read((reader) => findBuild(reader, compilationId, buildId));
    if (sha256 === null) throw new PacketNotBuilt();
    const check = await this.upload(compilationId, await this.store.read(sha256));
    const again = await this.builder.build(compilationId, buildId);
    return { ...check, reproduced: again.sha256 === sha256 };
  }

  /** A packet that somebody brought back. */
  async upload(compilationId: string, bytes: Buffer): Promise<PacketCheck> {
    const verdict = await verifyPacket(bytes);
    const { sha256, sm3, ledger } = verdict;
    return this.database.read(async (reader) => {
      const build = await reader.findOneBy(PacketBuild, { compilationId, sha256, sm3 });
      const known = build === null ? null : (await pinnedAt(reader, build)).ledger;
      const position = known !== null && known.seq === ledger?.seq && known.hash === ledger.hash;
      return { verdict, build, position, reproduced: null };
    });
  }
}
