import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import {
  type Actor,
  canonicalJson,
  Database,
  exampleId,
  idSchema,
  named,
  sha256,
  StaleRevision,
  unitOrSecretariat,
} from '../../platform/index.js';
import { type MaterialContent, materialContentSchema } from '../content/index.js';
import { latestSubmission } from './submission.repository.js';
import { findOpenObligation, openWorkingVersion, writeContent } from './write-submission.js';

interface SavedDraft {
  submissionId: string;
  number: number;
  revision: number;
}

/**
 * Keeps what a unit has typed so far, complete or not; a list or part that is left out of the content is saved as
 * empty. Called on every pause in typing, so saving what is already saved changes nothing and leaves no entry in the
 * ledger.
 */
export const saveDraft = defineAct({
  name: 'material.saved',
  title: '保存草稿',
  summary: '暂存报送材料，不求完整；他人已改的不覆盖',
  may: unitOrSecretariat,
  method: 'PUT',
  path: 'obligations/:obligationId/material',
  input: z.object({
    obligationId: idSchema,
    /** The revision that was edited; 0 while nothing has been saved. */
    revision: z.int().min(0).default(0),
    content: named('报送材料', materialContentSchema),
  }),
  example: {
    obligationId: exampleId,
    revision: 0,
    content: {
      parts: { currentState: '2020年……', shortcomings: '……', goals: '……', measures: '……' },
      indicators: [
        { name: '制造业质量竞争力指数', bound: '≥', value2025: 95, value2035: 96, source: '市统计局' },
      ],
    },
  },
  answer: z.object({
    submissionId: z.string(),
    number: z.int(),
    revision: z.int().describe('下次暂存时填入'),
  }),
  uses: { database: Database },
  already: ({ actor }, { obligationId, revision, content }, { database }) =>
    alreadySaved(database, actor, obligationId, { revision, content }),
  async perform(act, { obligationId, revision, content }): Promise<SavedDraft> {
    const obligation = await findOpenObligation(act, obligationId);
    const latest = await latestSubmission(act.tx, obligationId);
    if ((latest?.revision ?? 0) !== revision) throw new StaleRevision('该材料');
    const working = await openWorkingVersion(act, obligation);
    const next = await writeContent(act, working, content);
    const { id: submissionId, number } = working;
    act.note({ submissionId, number, revision: next, contentSha256: sha256(canonicalJson(content)) });
    return { submissionId, number, revision: next };
  },
});

function alreadySaved(
  database: Database,
  actor: Actor,
  obligationId: string,
  { revision, content }: { revision: number; content: MaterialContent },
): Promise<SavedDraft | undefined> {
  return database.read(async (reader) => {
    const latest = await latestSubmission(reader, obligationId);
    if (latest === null || latest.frozenAt !== null || latest.revision !== revision) return undefined;
    if (actor.kind === 'unit' && actor.id !== latest.unitId) return undefined;
    const same = canonicalJson(latest.content) === canonicalJson(content);
    return same ? { submissionId: latest.id, number: latest.number, revision } : undefined;
  });
}
