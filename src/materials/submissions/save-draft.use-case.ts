import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../../engine/index.js';
import {
  type Actor,
  canonicalJson,
  Database,
  parseInput,
  sha256,
  StaleRevision,
} from '../../platform/index.js';
import { type MaterialContent, materialContentSchema } from '../content/index.js';
import { latestSubmission } from './submission.repository.js';
import { findOpenObligation, openWorkingVersion, writeContent } from './write-submission.js';

export const saveDraftSchema = z.object({
  /** The revision that was edited; 0 while nothing has been saved. */
  revision: z.int().min(0).default(0),
  content: materialContentSchema,
});

export interface SavedDraft {
  submissionId: string;
  number: number;
  revision: number;
}

/**
 * Keeps what a unit has typed so far, complete or not. Called on every pause in typing, so saving what is already
 * saved changes nothing and leaves no entry in the ledger.
 */
@Injectable()
export class SaveDraftUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /** @param input `{revision, content}`; a list or part that is left out of the content is saved as empty */
  async execute(
    compilationId: string,
    actor: Actor,
    obligationId: string,
    input: unknown,
  ): Promise<SavedDraft> {
    const { revision, content } = parseInput(saveDraftSchema, input);
    const saved = await this.alreadySaved(actor, obligationId, revision, content);
    if (saved !== null) return saved;
    return this.acts.perform({ compilationId, actor, type: 'material.saved' }, async (act) => {
      const obligation = await findOpenObligation(act, obligationId);
      const latest = await latestSubmission(act.tx, obligationId);
      if ((latest?.revision ?? 0) !== revision) throw new StaleRevision('该材料');
      const working = await openWorkingVersion(act, obligation);
      const next = await writeContent(act, working, content);
      const { id: submissionId, number } = working;
      act.note({ submissionId, number, revision: next, contentSha256: sha256(canonicalJson(content)) });
      return { submissionId, number, revision: next };
    });
  }

  private alreadySaved(
    actor: Actor,
    obligationId: string,
    revision: number,
    content: MaterialContent,
  ): Promise<SavedDraft | null> {
    return this.database.read(async (reader) => {
      const latest = await latestSubmission(reader, obligationId);
      if (latest === null || latest.frozenAt !== null || latest.revision !== revision) return null;
      if (actor.kind === 'unit' && actor.id !== latest.unitId) return null;
      const same = canonicalJson(latest.content) === canonicalJson(content);
      return same ? { submissionId: latest.id, number: latest.number, revision } : null;
    });
  }
}
