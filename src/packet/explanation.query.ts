import { Injectable } from '@nestjs/common';
import { DraftVersion, latestFrozen } from '../drafts/index.js';
import { Clock, Database } from '../platform/index.js';
import { positionOf } from '../engine/index.js';
import { approveStage } from '../../workflows/index.js';
import { type ExplainedSection } from './sources/explanation/index.js';
import { PacketSources } from './sources/index.js';

export interface ExplanationView {
  /** The revision the text speaks of; before there is a text to submit it is the one frozen last. */
  draft: { name: string; revision: number };
  /** Whether it is the text to submit. */
  final: boolean;
  sections: ExplainedSection[];
}

/** 编制说明 as it would be printed now. */
@Injectable()
export class ExplanationQuery {
  constructor(
    private readonly database: Database,
    private readonly sources: PacketSources,
    private readonly clock: Clock,
  ) {}

  /** @returns null before any draft was frozen: the text speaks of a draft */
  view(compilationId: string): Promise<ExplanationView | null> {
    return this.database.read(async (reader) => {
      const { submitted } = (await positionOf(reader, compilationId)).words(approveStage).versions;
      const approval = await latestFrozen(reader, compilationId, submitted);
      const draft: DraftVersion | null = approval ?? (await latestFrozen(reader, compilationId));
      if (draft === null) return null;
      const sections = await this.sources.explained(reader, compilationId, draft, this.clock.now());
      const { name, revision } = draft;
      return { draft: { name, revision }, final: approval !== null, sections };
    });
  }
}
