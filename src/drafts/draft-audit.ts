import { type RowAudit } from '../engine/index.js';
import { DraftVersion } from './draft-version.entity.js';
import { readDraft } from './drafts.repository.js';
import { digestDraft } from './text/index.js';

/** A frozen version reads as it did when it was frozen. */
export const draftAudit: RowAudit = {
  covers: '定稿的文稿',
  async entry(reader, { seq, compilationId, payload }) {
    const { frozenDraft } = payload as { frozenDraft?: { id: string; name: string; digest: string } };
    if (frozenDraft === undefined) return [];
    const row = await reader.findOneBy(DraftVersion, { id: frozenDraft.id, compilationId });
    if (row === null) return [`第${seq}号台账所记的${frozenDraft.name}不在库中`];
    const now = digestDraft(await readDraft(reader, row));
    return now === frozenDraft.digest ? [] : [`${frozenDraft.name}与定稿时（第${seq}号台账）的摘要不符`];
  },
};
