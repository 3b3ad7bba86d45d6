import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, type ActFile, defineAct, requireUpload } from '../engine/index.js';
import { revisionChoices } from '../files/index.js';
import { Database, drafters, IdSource, named, textInput } from '../platform/index.js';
import { carryTraces } from './carry-traces.js';
import { type DraftFinding } from './draft-version.entity.js';
import { readDraft, requireWorkingRevision } from './drafts.repository.js';
import { type DraftFileReading, readDraftFile, splitDraft } from './read-draft-file.js';
import { importedView } from './drafts.views.js';
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
const text = named('正文', textInput(mostCharacters));
export const draftFile = 'Word 文档（.docx）、纯文本或者 Markdown，不超过20 MB';
export const changesInput = z
  .enum(revisionChoices, { error: '应为 shown、accepted 或者 refused' })
  .describe('带有修订的：accepted 按接受、refused 按拒绝读入；shown 按接受读入，每处存疑');

const importInput = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('text'), text }),
  z.strictObject({ format: z.literal('markdown'), text }),
  /** A file of whatever kind comes with it: its bytes say what it is. */
  z.strictObject({ format: z.literal('file'), changes: changesInput.optional() }),
]);
export type ImportDraft = z.output<typeof importInput>;

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
export const importDraft = defineAct({
  name: 'draft.imported',
  title: '上传文稿',
  summary: '将文本导入为下一次修改稿，条款标识不变',
  may: drafters,
  path: 'drafts/import',
  input: importInput,
  example: { format: 'text', text: '一、总体要求\n到2025年，质量总体水平显著提高。' },
  answer: importedView,
  status: 201,
  prepare: (input, _, { file }) => readSource(input, file),
  perform: (act, _, __, reading) => take(act, reading),
});

/** Shows how a text would be split and matched with the working revision, and takes nothing. */
@Injectable()
export class TryDraftQuery {
  constructor(
    private readonly database: Database,
    private readonly ids: IdSource,
  ) {}

  /** Clause by clause against the working revision: what a person looks at before taking it. */
  async execute(
    compilationId: string,
    source: ImportDraft,
    file: ActFile | null = null,
  ): Promise<ImportPreview> {
    const split = await readSource(source, file);
    return this.database.read(async (reader) => {
      const working = await requireWorkingRevision(reader, compilationId);
      const { clauses } = await readDraft(reader, working);
      const match = matchClauses(clauses, split.draft, () => this.ids.next());
      return { report: reportOf(split, match), clauses: compareDrafts(clauses, match.clauses) };
    });
  }
}

async function take(act: Act, reading: DraftFileReading): Promise<ImportedDraft> {
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

async function readSource(draft: ImportDraft, file: ActFile | null): Promise<DraftFileReading> {
  if (draft.format === 'file') {
    const { name: fileName, bytes } = requireUpload(file);
    return readDraftFile({ bytes, fileName, changes: draft.changes });
  }
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
