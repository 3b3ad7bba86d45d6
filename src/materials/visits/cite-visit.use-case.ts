import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../../engine/index.js';
import { type Actor, NotFound, parseInput, saveRevision } from '../../platform/index.js';
import { usedInSchema } from './log-visit.use-case.js';
import { ResearchVisit } from './research-visit.entity.js';

export const citeVisitSchema = z.object({ revision: z.int().min(1), usedIn: usedInSchema });

/** Says afterwards which clauses use a visit's findings; the text is mostly written after the visit. */
@Injectable()
export class CiteVisitUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{revision, usedIn: clauseIds}`; the list takes the place of the former one */
  async execute(
    compilationId: string,
    actor: Actor,
    visitId: string,
    input: unknown,
  ): Promise<{ revision: number }> {
    const { revision: known, usedIn } = parseInput(citeVisitSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'visit.cited' }, async (act) => {
      const visit = await act.tx.findOneBy(ResearchVisit, { id: visitId, compilationId });
      if (visit === null) throw new NotFound('调研走访', visitId);
      const revision = await saveRevision(
        act.tx,
        ResearchVisit,
        { id: visitId, revision: known },
        { usedIn },
        '该调研走访记录',
      );
      act.note({ id: visitId, usedIn });
      return { revision };
    });
  }
}
