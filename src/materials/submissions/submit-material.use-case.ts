import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { handIn } from '../../obligations/index.js';
import { exampleId, idSchema, secretariat } from '../../platform/index.js';
import { submittedView } from './submissions.views.js';
import { findOpenObligation, freezeVersion, openWorkingVersion } from './write-submission.js';

/**
 * The unit hands in what it has saved: the version is frozen and digested, and the receipt goes out, in one act. When
 * something is missing the gate refuses, the act is undone, and the saved draft is as it was.
 */
export const submitMaterial = defineAct({
  name: 'material.submitted',
  title: '报送材料',
  summary: '报送：材料定稿、计算摘要并发送回执；缺项时逐条列明，暂存内容不变',
  // A unit hands in on a page of its own, with a mailed code.
  may: secretariat,
  path: 'obligations/:obligationId/material/submit',
  input: z.object({ obligationId: idSchema }),
  example: { obligationId: exampleId },
  answer: submittedView,
  async perform(act, { obligationId }) {
    const obligation = await findOpenObligation(act, obligationId);
    const { id, number, sha256, sm3 } = await freezeVersion(act, await openWorkingVersion(act, obligation));
    const digests = { sha256: String(sha256), sm3: String(sm3) };
    act.note({ submissionId: id, number, ...digests });
    await handIn(act, obligationId);
    return { submissionId: id, number, frozenAt: act.now, ...digests };
  },
});
