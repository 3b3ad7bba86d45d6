import { z } from 'zod';
import { formatDateTime } from '../calendar/index.js';
import { defineAct } from '../engine/index.js';
import { exampleId, idSchema, saveRevision, secretariat } from '../platform/index.js';
import { Obligation } from './obligation.entity.js';
import { ObligationMails } from './obligation-mails.js';
import { findOwnObligation } from './own-obligation.js';

/**
 * The unit takes back what it handed in, to change it, before the secretariat has reviewed it. A unit does so on its
 * page, with the mailed code; at the API only the secretariat does.
 */
export const withdrawObligation = defineAct({
  name: 'obligation.withdrawn',
  title: '撤回报送',
  summary: '单位撤回已报送而未受理的材料',
  may: secretariat,
  path: 'obligations/:obligationId/withdraw',
  input: z.object({ obligationId: idSchema }),
  example: { obligationId: exampleId },
  uses: { mails: ObligationMails },
  async perform(act, { obligationId }, { mails }) {
    const obligation = await findOwnObligation(act, obligationId);
    const change = { handedInAt: null, handedInLate: false };
    const revision = await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
    await act.send(obligationId, { type: 'withdraw' });
    const owed = { ...obligation, ...change, revision };
    const view = { withdrawal: { atText: formatDateTime(act.now) } };
    await mails.restore(act, [owed], { template: 'withdrawn', actionLabel: '继续填写并报送', view });
  },
});
