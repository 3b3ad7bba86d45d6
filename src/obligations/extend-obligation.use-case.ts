import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { Extensions } from './extensions.js';
import { extendAllSchema, extendSchema } from './obligations.dto.js';

/** The secretariat gives one unit more time, with a reason and the post that approved it. */
@Injectable()
export class ExtendObligationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly extensions: Extensions,
  ) {}

  /** @param input `{until: date, reason, approver}` */
  async execute(compilationId: string, actor: Actor, obligationId: string, input: unknown): Promise<void> {
    const extension = parseInput(extendSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'obligation.extended' }, (act) =>
      this.extensions.grant(act, obligationId, extension),
    );
  }

  /**
   * The same day for several units, all of them or none.
   * @param input `{ids, until: date, reason, approver}`
   */
  async executeAll(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { ids, ...extension } = parseInput(extendAllSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'obligation.extended' }, async (act) => {
      for (const id of ids) await this.extensions.grant(act, id, extension);
      act.note({ obligations: ids.length, obligationIds: ids });
    });
  }
}
