import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { findCompilation } from '../../compilation/index.js';
import { DispositionTableQuery } from '../../consultation/index.js';
import { type DraftVersion } from '../../drafts/index.js';
import { type Act } from '../../engine/index.js';
import { IndicatorsQuery } from '../../materials/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { ReviewQuery } from '../../review/index.js';
import { type PartSource, type PartSources } from '../packet-parts.js';
import { compendiumSource } from './compendium.js';
import { draftTextSource } from './draft-text.js';
import {
  type ExplainedSection,
  type ExplanationScope,
  explainedSections,
  explanationSource,
} from './explanation/index.js';

/** Where each part comes from, read through the transaction of the act that asks. */
@Injectable()
export class PacketSources {
  constructor(
    private readonly dispositions: DispositionTableQuery,
    private readonly indicators: IndicatorsQuery,
    private readonly obligations: ObligationsQuery,
    private readonly reviews: ReviewQuery,
  ) {}

  of({ tx, compilationId, now }: Act, draft: DraftVersion): PartSources {
    return {
      draft: () => draftTextSource(tx, draft),
      explanation: () => this.explanation(tx, compilationId, draft, now),
      dispositions: () => this.dispositions.view(compilationId, { asOf: now, draftVersionId: draft.id }),
      submissions: () => compendiumSource(tx, compilationId, now),
    };
  }

  /** The sections of the 编制说明 as they would stand in a packet that was asked for now. */
  async explained(
    tx: EntityManager,
    compilationId: string,
    draft: DraftVersion,
    asOf: number,
  ): Promise<ExplainedSection[]> {
    return explainedSections(await this.scope(tx, compilationId, draft, asOf));
  }

  private async explanation(
    tx: EntityManager,
    compilationId: string,
    draft: DraftVersion,
    asOf: number,
  ): ReturnType<PartSource> {
    return explanationSource(await this.scope(tx, compilationId, draft, asOf));
  }

  private async scope(
    tx: EntityManager,
    compilationId: string,
    draft: DraftVersion,
    asOf: number,
  ): Promise<ExplanationScope> {
    const { indicators, obligations, reviews } = this;
    const compilation = await findCompilation(tx, compilationId);
    return { tx, compilation, draft, asOf, reads: { indicators, obligations, reviews } };
  }
}
