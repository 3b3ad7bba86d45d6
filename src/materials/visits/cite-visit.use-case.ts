import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { exampleId, idSchema, named, NotFound, saveRevision, secretariat } from '../../platform/index.js';
import { usedInSchema } from './log-visit.use-case.js';
import { ResearchVisit } from './research-visit.entity.js';

/**
 * Says afterwards which clauses use a visit's findings; the text is mostly written after the visit. The list takes the
 * place of the former one.
 */
export const citeVisit = defineAct({
  name: 'visit.cited',
  title: '引用调研走访',
  summary: '注明哪些条款采用了走访所得；以此次所列为准',
  may: secretariat,
  path: 'visits/:visitId/cite',
  input: z.object({
    visitId: idSchema,
    revision: z.int().min(1),
    usedIn: named('采用所得的条款', usedInSchema),
  }),
  example: { visitId: exampleId, revision: 1, usedIn: [exampleId] },
  answer: z.object({ revision: z.int() }),
  async perform(act, { visitId: id, revision: known, usedIn }) {
    const { tx, compilationId } = act;
    const visit = await tx.findOneBy(ResearchVisit, { id, compilationId });
    if (visit === null) throw new NotFound('调研走访', id);
    const edited = { id, revision: known };
    const revision = await saveRevision(tx, ResearchVisit, edited, { usedIn }, '该调研走访记录');
    act.note({ id, usedIn });
    return { revision };
  },
});
