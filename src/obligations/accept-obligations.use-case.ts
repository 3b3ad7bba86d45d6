import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { acceptSchema } from './obligations.dto.js';
import { settleAll } from './settle-all.js';

/** The secretariat accepts what was handed in: one unit's or many at once, all of them or none. */
@Injectable()
export class AcceptObligationsUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{ids}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { ids } = parseInput(acceptSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'obligation.accepted' }, async (act) => {
      await settleAll(act, ids, { type: 'accept' }, ['submitted'], {});
    });
  }
}
