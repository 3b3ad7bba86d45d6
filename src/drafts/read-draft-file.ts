import { decodeText, readDocx, sniffKind } from '../files/index.js';
import { type DraftSource, previewSplit, type SplitPreview } from './text/index.js';

export interface DraftFile {
  /** At most 20 MB. */
  bytes: Uint8Array;
  /** Tells Markdown from plain text; what else the file is, its bytes say. */
  fileName: string;
}

/**
 * A draft as it would be split, from a file of whatever kind: every door reads drafts by this.
 * @throws UploadRefused for a file from which no text can be read
 */
export async function readDraftFile(file: DraftFile): Promise<SplitPreview> {
  return previewSplit(await sourceOf(file));
}

async function sourceOf({ bytes, fileName }: DraftFile): Promise<DraftSource> {
  if (sniffKind(bytes) !== 'text') return { kind: 'docx', paragraphs: (await readDocx(bytes)).paragraphs };
  const text = decodeText(bytes);
  const isMarkdown = /\.(?:md|markdown)$/iu.test(fileName) || /^#{1,4} /mu.test(text);
  return { kind: isMarkdown ? 'markdown' : 'text', text };
}
