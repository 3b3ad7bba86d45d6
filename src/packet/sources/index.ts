import { Injectable } from '@nestjs/common';
import { findCompilation } from '../../compilation/index.js';
import { DispositionTableQuery } from '../../consultation/index.js';
import { type DraftVersion } from '../../drafts/index.js';
import { type Act } from '../../engine/index.js';
import { IndicatorsQuery } from '../../materials/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { ReviewQuery } from '../../review/index.js';
import { type PartNumber, type PartSource } from '../packet-parts.js';
import { compendiumSource } from './compendium.js';
import { draftTextSource } from './draft-text.js';
import { explanationSource } from './explanation/index.js';

/** Where each part comes from, read through the transaction of the act that asks. */
@Injectable()
export class PacketSources {
  constructor(
    private readonly dispositions: DispositionTableQuery,
    private readonly indicators: IndicatorsQuery,
    private readonly obligations: ObligationsQuery,
    private readonly reviews: ReviewQuery,
  ) {}

  of({ tx, compilationId, now }: Act, draft: DraftVersion): Record<PartNumber, PartSource> {
    return {
      '01': () => draftTextSource(tx, draft),
      '02': () => this.explanation(tx, compilationId, draft, now),
      '03': () => this.dispositions.view(compilationId, { asOf: now, draftVersionId: draft.id }),
      '04': () => compendiumSource(tx, compilationId, now),
    };
  }

  private async explanation(
    tx: Act['tx'],
    compilationId: string,
    draft: DraftVersion,
    asOf: number,
  ): ReturnType<PartSource> {
    const { indicators, obligations, reviews } = this;
    const compilation = await findCompilation(tx, compilationId);
    const reads = { indicators, obligations, reviews };
    return explanationSource({ tx, compilation, draft, asOf, reads });
  }
}
