import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { ContentStore } from '../files/index.js';
import { type OutboxRow } from '../outbox/index.js';
import { Database } from '../platform/index.js';
import { TemplateSet } from '../render/index.js';
import { type JobHandler, type JobOutcome } from '../worker/index.js';
import { type BuiltPacket, buildPacket } from './build-packet.js';
import { findBuild, pinnedAt } from './packet.repository.js';
import { AlreadyBuilt, RecordBuildUseCase } from './record-build.use-case.js';

/** Builds packets beside the house: rendering holds no transaction. Building twice gives the same bytes. */
@Injectable()
export class PacketBuilder implements JobHandler {
  readonly kind = 'packet';

  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly templates: TemplateSet,
    private readonly record: RecordBuildUseCase,
  ) {}

  async perform({ compilationId, payload }: OutboxRow): Promise<JobOutcome> {
    const { buildId } = payload;
    assert.ok(compilationId !== null && typeof buildId === 'string');
    const built = await this.ensureBuilt(compilationId, buildId);
    return built ? { state: 'done' } : { state: 'lapsed', reason: '报批材料已经生成' };
  }

  /** Builds what was asked for, unless somebody has; returns whether it did. */
  async ensureBuilt(compilationId: string, buildId: string): Promise<boolean> {
    const known = await this.database.read((reader) => findBuild(reader, compilationId, buildId));
    if (known.state !== 'requested') return false;
    const stored = await this.build(compilationId, buildId);
    try {
      await this.record.execute(compilationId, buildId, stored);
      return true;
    } catch (error) {
      if (error instanceof AlreadyBuilt) return false;
      throw error;
    }
  }

  /** Builds it (again) from its frozen sources. */
  async build(compilationId: string, buildId: string): Promise<BuiltPacket> {
    const { build, pinned } = await this.database.read(async (reader) => {
      const found = await findBuild(reader, compilationId, buildId);
      return { build: found, pinned: await pinnedAt(reader, found) };
    });
    return buildPacket(this.store, this.templates, build, pinned);
  }
}
