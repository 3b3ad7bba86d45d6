import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { exampleId, idSchema, unitOrSecretariat } from '../platform/index.js';
import { findOwnObligation } from './own-obligation.js';

/** The unit begins to work on what it owes (开始填报). */
export const beginObligation = defineAct({
  name: 'obligation.begun',
  title: '开始填写',
  summary: '单位开始填报',
  may: unitOrSecretariat,
  path: 'obligations/:obligationId/begin',
  input: z.object({ obligationId: idSchema }),
  example: { obligationId: exampleId },
  notAt: { page: '在页面上第一次保存草稿即为开始填写，不必另行办理' },
  async perform(act, { obligationId }) {
    const { id } = await findOwnObligation(act, obligationId);
    await act.send(id, { type: 'beginDrafting' });
  },
});
