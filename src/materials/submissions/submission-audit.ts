import { type RowAudit } from '../../engine/index.js';
import { digestsOf } from './frozen-record.js';
import { Submission } from './submission.entity.js';
import { filesOf } from './submission.repository.js';

/** What a unit handed in says what its receipt certifies. */
export const submissionAudit: RowAudit = {
  covers: '报送材料',
  async entry(reader, { seq, type, compilationId, payload }) {
    if (type !== 'material.submitted') return [];
    const { submissionId, sha256 } = payload as { submissionId?: string; sha256?: string };
    const row = await reader.findOneBy(Submission, { id: submissionId ?? '', compilationId });
    if (row === null) return [`第${seq}号台账所记的报送材料不在库中`];
    const now = digestsOf(row, await filesOf(reader, row.id)).sha256;
    return now === sha256 ? [] : [`第${seq}号台账所记的报送材料（第${row.number}稿）与回执的摘要不符`];
  },
};
