import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Acts } from '../../engine/index.js';
import { type Actor, parseInput } from '../../platform/index.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinionsOf } from '../opinions/opinions.repository.js';
import { assignOpinionsSchema } from './disposition.dto.js';

/** Gives opinions to a handler, many at once; assigned ones may be given to somebody else. */
@Injectable()
export class AssignOpinionsUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{opinionIds, handler}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ assigned: number }> {
    const { opinionIds, handler } = parseInput(assignOpinionsSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'opinions.assigned' }, async (act) => {
      const opinions = await findOpinionsOf(act.tx, compilationId, opinionIds);
      for (const { id } of opinions) await act.send(id, { type: 'assign' });
      await act.tx
        .createQueryBuilder()
        .update(Opinion)
        .set({ handler, assignedAt: act.now, revision: () => 'revision + 1' })
        .where({ id: In(opinionIds) })
        .execute();
      act.note({ handler, opinions: opinions.length });
      return { assigned: opinions.length };
    });
  }
}
