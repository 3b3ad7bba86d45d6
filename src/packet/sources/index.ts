import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DispositionTableQuery } from '../../consultation/index.js';
import { type DraftVersion } from '../../drafts/index.js';
import { type Instant } from '../../platform/index.js';
import { type PartNumber, type PartSource } from '../packet-parts.js';
import { compendiumSource } from './compendium.js';
import { draftTextSource } from './draft-text.js';
import { explanationSource } from './explanation/index.js';

/** Where each part comes from, read through the transaction of the act that asks. */
@Injectable()
export class PacketSources {
  constructor(private readonly dispositions: DispositionTableQuery) {}

  of(
    tx: EntityManager,
    compilationId: string,
    draft: DraftVersion,
    asOf: Instant,
  ): Record<PartNumber, PartSource> {
    return {
      '01': () => draftTextSource(tx, draft),
      '02': () => explanationSource(tx, compilationId, draft, asOf),
      '03': () => this.dispositions.view(compilationId, { asOf, draftVersionId: draft.id }),
      '04': () => compendiumSource(tx, compilationId, asOf),
    };
  }
}
