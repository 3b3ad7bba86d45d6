import { z } from 'zod';
import { dateOf, formatDate } from '../calendar/index.js';
import { defineAct } from '../engine/index.js';
import { exampleId, named, secretariat, textInput } from '../platform/index.js';
import { ObligationMails } from './obligation-mails.js';
import { outstandingStates } from './obligation-states.js';
import { idsField, weighedReason } from './obligations.dto.js';
import { settleAll } from './settle-all.js';

/** The secretariat waives what was not handed in, with a reason and the post that approved it. */
export const waiveObligations = defineAct({
  name: 'obligation.waived',
  title: '豁免',
  summary: '豁免，可一次多家，须写明理由和批准职务',
  may: secretariat,
  path: 'obligations/waive',
  input: z.object({
    ids: idsField,
    reason: weighedReason,
    /** A post, not a person. */
    approver: named('批准人职务', textInput(100).default('')),
  }),
  example: { ids: [exampleId], reason: '机构已撤并，由新设单位一并报送', approver: '秘书处负责人' },
  uses: { mails: ObligationMails },
  async perform(act, { ids, reason, approver }, { mails }) {
    const event = { type: 'waive', reason, approver };
    const change = { waiverReason: reason, waiverApprover: approver };
    const waived = await settleAll(act, ids, event, outstandingStates, change);
    const waiver = { reason, approvedBy: approver, approvedOnText: formatDate(dateOf(act.now)) };
    await mails.withdraw(act, waived, { template: 'waived', actionLabel: null, view: { waiver } });
  },
});
