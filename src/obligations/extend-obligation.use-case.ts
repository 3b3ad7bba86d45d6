import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { Extensions } from './extensions.js';
import { extendSchema } from './obligations.dto.js';

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
}
