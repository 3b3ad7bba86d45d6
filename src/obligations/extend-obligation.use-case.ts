import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { defineAct } from '../engine/index.js';
import { exampleId, idSchema, lineInput, named, secretariat } from '../platform/index.js';
import { Extensions } from './extensions.js';
import { idsField } from './obligations.dto.js';

const extension = {
  until: named('延至', calendarDateSchema),
  reason: named('理由', lineInput()),
  /** A post, not a person. */
  approver: named('批准人职务', lineInput(100)),
};
const example = { until: '2021-08-06', reason: '数据须待统计部门核定', approver: '秘书处负责人' };

/** The secretariat gives one unit more time, with a reason and the post that approved it. */
export const extendObligation = defineAct({
  name: 'obligation.extended',
  title: '延期',
  summary: '准予延期，须写明理由和批准职务；提醒和日程随之调整',
  may: secretariat,
  path: 'obligations/:obligationId/extend',
  input: z.object({ obligationId: idSchema, ...extension }),
  example: { ...example, obligationId: exampleId },
  uses: { extensions: Extensions },
  perform: (act, { obligationId, ...given }, { extensions }) => extensions.grant(act, obligationId, given),
});

/** The same day for several units, all of them or none. */
export const extendObligations = defineAct({
  name: 'obligation.extendedTogether',
  title: '多家延期',
  summary: '将多家单位延至同一日，须写明理由和批准职务；全部办成或者全部不办',
  may: secretariat,
  path: 'obligations/extend',
  input: z.object({ ids: idsField, ...extension }),
  example: { ...example, ids: [exampleId] },
  uses: { extensions: Extensions },
  async perform(act, { ids, ...given }, { extensions }) {
    for (const id of ids) await extensions.grant(act, id, given);
    act.note({ obligations: ids.length, obligationIds: ids });
  },
});
