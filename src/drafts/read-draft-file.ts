import { decodeText, readDocx, type RevisionChoice, sniffKind } from '../files/index.js';
import { InvalidInput } from '../platform/index.js';
import {
  type DraftSource,
  type FileFindings,
  previewSplit,
  type SplitDoubt,
  type SplitPreview,
} from './text/index.js';

export interface DraftFile {
  /** At most 20 MB. */
  bytes: Uint8Array;
  /** Tells Markdown from plain text; what else the file is, its bytes say. */
  fileName: string;
  /** How tracked changes are read; without it as accepted, each of them a doubt. */
  changes?: RevisionChoice;
}

export type DraftFormat = 'docx' | 'markdown' | 'text';

export interface DraftFileReading extends SplitPreview {
  format: DraftFormat;
  /** Whether the file carries tracked changes, so that a person must say how to read them. */
  hasChanges: boolean;
}

export class NoClauses extends InvalidInput {
  constructor(doubts: readonly SplitDoubt[]) {
    super(`文稿没有读入：${doubts.map((doubt) => doubt.message).join('')}`, 'no-clauses');
  }
}

/**
 * A draft as it would be split, from a file of whatever kind: every door reads drafts by this.
 * @throws UploadRefused for a file from which no text can be read
 * @throws NoClauses when nothing in the text is numbered like a clause
 */
export async function readDraftFile({ bytes, fileName, changes }: DraftFile): Promise<DraftFileReading> {
  if (sniffKind(bytes) !== 'text') {
    const { hasChanges, doubts, leftOut, ...document } = await readDocx(bytes, changes);
    const split = splitDraft({ kind: 'docx', ...document }, { doubts, leftOut });
    return { ...split, format: 'docx', hasChanges };
  }
  const text = decodeText(bytes);
  const isMarkdown = /\.(?:md|markdown)$/iu.test(fileName) || /^#{1,4} /mu.test(text);
  const format = isMarkdown ? 'markdown' : 'text';
  return { ...splitDraft({ kind: format, text }), format, hasChanges: false };
}

/** @throws NoClauses */
export function splitDraft(source: DraftSource, found?: FileFindings): SplitPreview {
  const split = previewSplit(source, found);
  if (split.draft.clauses.length === 0) throw new NoClauses(split.doubts);
  return split;
}
