import { In } from 'typeorm';
import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { exampleId, lineInput, named, secretariat } from '../../platform/index.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinionsOf } from '../opinions/opinions.repository.js';
import { opinionIds } from './disposition.dto.js';

/** Gives opinions to a handler, many at once; assigned ones may be given to somebody else. */
export const assignOpinions = defineAct({
  name: 'opinions.assigned',
  title: '分派意见',
  summary: '分派承办人，可一次多条',
  may: secretariat,
  path: 'opinions/assign',
  input: z.object({ opinionIds, handler: named('承办人', lineInput(64)) }),
  example: { opinionIds: [exampleId], handler: 'office-1' },
  answer: z.object({ assigned: z.int() }),
  async perform(act, { opinionIds: ids, handler }) {
    const opinions = await findOpinionsOf(act.tx, act.compilationId, ids);
    for (const { id } of opinions) await act.send(id, { type: 'assign' });
    await act.tx
      .createQueryBuilder()
      .update(Opinion)
      .set({ handler, assignedAt: act.now, revision: () => 'revision + 1' })
      .where({ id: In(ids) })
      .execute();
    act.note({ handler, opinions: opinions.length });
    return { assigned: opinions.length };
  },
});
