import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../engine/index.js';
import { readDocx } from '../files/index.js';
import { type Actor, Database, IdSource, InvalidInput, parseInput, textInput } from '../platform/index.js';
import { carryTraces } from './carry-traces.js';
import { readDraft, requireWorkingRevision } from './drafts.repository.js';
import { storeRevision } from './store-draft.js';

import {
  type ClauseComparison,
  type ClauseMatch,
  compareDrafts,
  type DraftSource,
  matchClauses,
  previewSplit,
  type SplitDoubt,
  type SplitPreview,
} from './text/index.js';

const mostCharacters = 500_000;
const bytesInput = z.custom<Uint8Array>(ArrayBuffer.isView, { error: '请选择文件' });
export const importDraftSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('docx'), bytes: bytesInput }),
  z.object({ format: z.literal('text'), text: textInput(mostCharacters) }),
  z.object({ format: z.literal('markdown'), text: textInput(mostCharacters) }),
]);
export type ImportDraft = z.infer<typeof importDraftSchema>;

/** What an import finds and what became of the clauses of the working revision. */
export interface ImportReport {
  title: string;
  clauses: number;
  /** Places a person should look at; with any, the split must be confirmed before the version can be frozen. */
  doubts: SplitDoubt[];
  kept: number;
  moved: number;
  renumbered: number;
  reworded: number;
  added: number;
  removed: number;
}

export interface ImportPreview {
  report: ImportReport;
  clauses: ClauseComparison[];
}

export interface ImportedDraft extends ImportReport {
  draftVersionId: string;
  name: string;
  revision: number;
}

export class NoClauses extends InvalidInput {
  constructor(doubts: SplitDoubt[]) {
    super(`文稿没有导入：${doubts.map((doubt) => doubt.message).join('')}`, 'no-clauses');
  }
}

/** Takes a text as the next revision of the version that is being worked on; its clauses keep their identity. */
@Injectable()
export class ImportDraftUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly ids: IdSource,
  ) {}

  /** Shows how the text would be split and matched, and takes nothing. */
  async preview(compilationId: string, input: unknown): Promise<ImportReport> {
    const split = await splitDraft(parseInput(importDraftSchema, input));
    return this.database.read(async (reader) => {
      const working = await requireWorkingRevision(reader, compilationId);
      const { clauses } = await readDraft(reader, working);
      return reportOf(
        split,
        matchClauses(clauses, split.draft, () => this.ids.next()),
      );
    });
  }

  /** The same, clause by clause against the working revision: what a person looks at before taking it. */
  async previewClauses(compilationId: string, input: unknown): Promise<ImportPreview> {
    const split = await splitDraft(parseInput(importDraftSchema, input));
    return this.database.read(async (reader) => {
      const working = await requireWorkingRevision(reader, compilationId);
      const { clauses } = await readDraft(reader, working);
      const match = matchClauses(clauses, split.draft, () => this.ids.next());
      return { report: reportOf(split, match), clauses: compareDrafts(clauses, match.clauses) };
    });
  }

  /** @param input `{format: 'text' | 'markdown', text}` or `{format: 'docx', bytes}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<ImportedDraft> {
    const draft = parseInput(importDraftSchema, input);
    const split = await splitDraft(draft);
    const order = { compilationId, actor, type: 'draft.imported' };
    return this.acts.perform(order, (act) => this.take(act, draft.format, split));
  }

  private async take(act: Act, origin: ImportDraft['format'], split: SplitPreview): Promise<ImportedDraft> {
    const working = await requireWorkingRevision(act.tx, act.compilationId);
    const before = await readDraft(act.tx, working);
    const match = matchClauses(before.clauses, split.draft, () => act.ids.next());
    const { title, head, foot } = split.draft;
    const doubts = split.doubts.length;
    const confirmedAt = doubts === 0 ? act.now : null;
    const { name } = working;
    const taken = await storeRevision(
      act,
      { name, origin, doubts, confirmedAt },
      { title, head, foot, clauses: match.clauses },
    );
    await carryTraces(act, taken.id, match);
    const { id: draftVersionId, revision } = taken;
    const report = reportOf(split, match);
    act.note({ draftVersionId, name, revision, origin, ...report, doubts });
    return { ...report, draftVersionId, name, revision };
  }
}

/** @throws NoClauses when nothing in the text is numbered like a clause; UploadRefused for a bad file */
async function splitDraft(draft: ImportDraft): Promise<SplitPreview> {
  const source: DraftSource =
    draft.format === 'docx'
      ? { kind: 'docx', paragraphs: (await readDocx(draft.bytes)).paragraphs }
      : { kind: draft.format, text: draft.text };
  const split = previewSplit(source);
  if (split.draft.clauses.length === 0) throw new NoClauses(split.doubts);
  return split;
}

function reportOf({ draft, doubts }: SplitPreview, match: ClauseMatch): ImportReport {
  return {
    title: draft.title,
    clauses: match.clauses.length,
    doubts,
    kept: match.kept.length,
    moved: match.moved.length,
    renumbered: match.renumbered.length,
    reworded: match.reworded.length,
    added: match.added.length,
    removed: match.removed.length,
  };
}
