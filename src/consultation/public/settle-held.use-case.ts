import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Acts } from '../../engine/index.js';
import {
  type Actor,
  Clock,
  Database,
  formatActor,
  lineInput,
  NotFound,
  parseInput,
  Refusal,
  saveRevision,
  sha256,
} from '../../platform/index.js';
import { latestPublishedNotice } from '../notice/notice.repository.js';
import { type ReceivedOpinion, ReceiveOpinionUseCase } from '../opinions/receive-opinion.use-case.js';
import { opinionInput } from './comment-input.js';
import { HeldComment } from './held-comment.entity.js';

export class HeldSettled extends Refusal {
  constructor() {
    super('held-settled', '这件暂存意见已经登记，不能再次处理；请刷新页面查看。', 409);
  }
}

/** Lets a held comment into the register, as of the moment it was sent, or keeps it out for a reason. */
@Injectable()
export class SettleHeldUseCase {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly receive: ReceiveOpinionUseCase,
    private readonly clock: Clock,
  ) {}

  /** @param actor the secretariat, or the house itself when its turn in the queue has come */
  admit(compilationId: string, actor: Actor, heldId: string): Promise<ReceivedOpinion> {
    return this.database.write(async (tx) => {
      const held = await findHeld(tx, compilationId, heldId);
      const latest = await latestPublishedNotice(tx, compilationId);
      // A later round consults on another text: there the clause is found by its number, if at all.
      const same = latest?.draftVersionId === held.draftVersionId;
      const anchor = same ? { clauseId: held.clauseId } : { clauseLabel: held.clauseLabel };
      const { receivedAt, submissionKey } = held;
      const input = { ...opinionInput(held), ...anchor, receivedAt, submissionKey };
      const opinion = await this.receive.execute(compilationId, actor, input);
      const moved = { personName: null, personContact: null, opinionId: opinion.id, remark: null };
      await this.settle(tx, held, actor, { ...moved, state: 'registered' });
      return opinion;
    });
  }

  /** Not an opinion at all: it stays listed, with who said so and why. */
  async reject(compilationId: string, actor: Actor, heldId: string, why: string): Promise<void> {
    const remark = parseInput(lineInput(500), why);
    const order = { compilationId, actor, type: 'comment.rejected' };
    await this.acts.perform(order, async (act) => {
      const held = await findHeld(act.tx, compilationId, heldId);
      await this.settle(act.tx, held, actor, { state: 'junk', remark });
      act.note({ held: { id: heldId, digest: sha256(held.content), reasonDigest: sha256(remark) } });
    });
  }

  /** It could not be registered when its turn came: from now on a person decides. */
  async leaveToPerson(heldId: string, remark: string): Promise<void> {
    await this.database.write((tx) =>
      tx.update(HeldComment, { id: heldId, state: 'waiting' }, { state: 'suspect', releaseAt: null, remark }),
    );
  }

  private settle(tx: EntityManager, held: HeldComment, actor: Actor, change: Partial<HeldComment>) {
    const decision = { releaseAt: null, decidedBy: formatActor(actor), decidedAt: this.clock.now() };
    return saveRevision(tx, HeldComment, held, { ...change, ...decision }, '该暂存意见');
  }
}

async function findHeld(tx: EntityManager, compilationId: string, id: string): Promise<HeldComment> {
  const held = await tx.findOneBy(HeldComment, { id, compilationId });
  if (held === null) throw new NotFound('暂存意见', id);
  if (held.state === 'registered') throw new HeldSettled();
  return held;
}
