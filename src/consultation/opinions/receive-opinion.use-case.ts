import { Injectable } from '@nestjs/common';
import { findUnit } from '../../directory/index.js';
import { type Act, Acts } from '../../engine/index.js';
import { type Actor, InvalidInput, type Instant, parseInput } from '../../platform/index.js';
import { receiveOpinionSchema } from './opinion.dto.js';
import { registerOpinions } from './register-opinions.js';

export interface ReceivedOpinion {
  id: string;
  /** 意见编号, by which the proposer finds later what became of it. */
  number: string;
  late: boolean;
}

/** Takes one opinion from the public page, the API or the secretariat's entry of a call, a meeting or a letter. */
@Injectable()
export class ReceiveOpinionUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input see {@link receiveOpinionSchema} */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<ReceivedOpinion> {
    const opinion = parseInput(receiveOpinionSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'opinion.received' }, async (act) => {
      assertReceived(act, opinion.receivedAt);
      if (opinion.proposer.unitId != null) await findUnit(act.tx, opinion.proposer.unitId);
      const [{ id, number, late }] = await registerOpinions(act, [opinion]);
      return { id, number, late };
    });
  }
}

/**
 * Only the secretariat says when something came in: it has the postmark; and the house itself, of what it held back.
 * Everybody else's comes in now.
 */
export function assertReceived({ actor, now }: Act, receivedAt: Instant | null | undefined): void {
  if (receivedAt == null) return;
  if (actor.kind !== 'secretariat' && actor.kind !== 'system') {
    throw new InvalidInput('收到时间由系统登记，不能自行填写；请去掉收到时间后再提交。', 'received-at');
  }
  if (receivedAt > now) throw new InvalidInput('收到时间晚于现在；请核对收到时间。', 'received-at');
}
