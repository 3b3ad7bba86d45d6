import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { exampleId, secretariat } from '../platform/index.js';
import { idsField } from './obligations.dto.js';
import { settleAll } from './settle-all.js';

/** The secretariat accepts what was handed in: one unit's or many at once, all of them or none. */
export const acceptObligations = defineAct({
  name: 'obligation.accepted',
  title: '审核通过',
  summary: '受理，可一次多家；全部办成或者全部不办',
  may: secretariat,
  path: 'obligations/accept',
  input: z.object({ ids: idsField }),
  example: { ids: [exampleId] },
  async perform(act, { ids }) {
    await settleAll(act, ids, { type: 'accept' }, ['submitted'], {});
  },
});
