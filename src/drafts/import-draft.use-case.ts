import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../engine/index.js';
import { revisionChoices } from '../files/index.js';
import { type Actor, Database, IdSource, parseInput, textInput } from '../platform/index.js';
import { carryTraces } from './carry-traces.js';
import { type DraftFinding } from './draft-version.entity.js';
import { readDraft, requireWorkingRevision } from './drafts.repository.js';
import { type DraftFileReading, readDraftFile, splitDraft } from './read-draft-file.js';
import { storeRevision } from './store-draft.js';

import {
  type ClauseComparison,
  type ClauseMatch,
  compareDrafts,
  type LeftOut,
  matchClauses,
  type SplitDoubt,
} from './text/index.js';

const mostCharacters = 500_000;
const bytesInput = z.custom<Uint8Array>(ArrayBuffer.isView, { error: '请选择文件' });
export const importDraftSchema = z.discriminatedUnion('format', [
  z.object({
    /** A file of whatever kind: its bytes say what it is. */
    format: z.literal('file'),
    bytes: bytesInput,
    fileName: z.string().default(''),
    changes: z.enum(revisionChoices, { error: '应为 shown、accepted 或者 refused' }).optional(),
  }),
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
  /** What the file holds and the text does not; a person confirms it like the doubts. */
  leftOut: LeftOut[];
  /** Whether the file carries tracked changes. */
  hasChanges: boolean;
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
    const split = await readSource(parseInput(importDraftSchema, input));
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
    const split = await readSource(parseInput(importDraftSchema, input));
    return this.database.read(async (reader) => {
      const working = await requireWorkingRevision(reader, compilationId);
      const { clauses } = await readDraft(reader, working);
      const match = matchClauses(clauses, split.draft, () => this.ids.next());
      return { report: reportOf(split, match), clauses: compareDrafts(clauses, match.clauses) };
    });
  }

  /** @param input `{format: 'text' | 'markdown', text}` or `{format: 'file', bytes, fileName, changes}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<ImportedDraft> {
    const reading = await readSource(parseInput(importDraftSchema, input));
    const order = { compilationId, actor, type: 'draft.imported' };
    return this.acts.perform(order, (act) => this.take(act, reading));
  }

  private async take(act: Act, reading: DraftFileReading): Promise<ImportedDraft> {
    const working = await requireWorkingRevision(act.tx, act.compilationId);
    const before = await readDraft(act.tx, working);
    const match = matchClauses(before.clauses, reading.draft, () => act.ids.next());
    const { title, head, foot } = reading.draft;
    const findings = findingsOf(reading);
    const doubts = findings.length;
    const confirmedAt = doubts === 0 ? act.now : null;
    const { name } = working;
    const taken = await storeRevision(
      act,
      { name, origin: reading.format, doubts, findings, confirmedAt },
      { title, head, foot, clauses: match.clauses },
    );
    await carryTraces(act, taken.id, match);
    const { id: draftVersionId, revision } = taken;
    const report = reportOf(reading, match);
    const leftOut = report.leftOut.length;
    act.note({ draftVersionId, name, revision, origin: reading.format, ...report, doubts, leftOut });
    return { ...report, draftVersionId, name, revision };
  }
}

async function readSource(draft: ImportDraft): Promise<DraftFileReading> {
  if (draft.format === 'file') return readDraftFile(draft);
  const { format, text } = draft;
  return { ...splitDraft({ kind: format, text }), format, hasChanges: false };
}

/** What a person must have seen before the version can be frozen. */
const findingsOf = ({ doubts, leftOut }: DraftFileReading): DraftFinding[] => [
  ...doubts.map(({ label, message }) => ({ place: label, sentence: message })),
  ...leftOut.map(({ place, what }) => ({ place, sentence: `未读入：${what}` })),
];

function reportOf(
  { draft, doubts, leftOut, hasChanges }: DraftFileReading,
  match: ClauseMatch,
): ImportReport {
  return {
    title: draft.title,
    clauses: match.clauses.length,
    doubts,
    leftOut,
    hasChanges,
    kept: match.kept.length,
    moved: match.moved.length,
    renumbered: match.renumbered.length,
    reworded: match.reworded.length,
    added: match.added.length,
    removed: match.removed.length,
  };
}
