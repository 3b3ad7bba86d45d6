import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { type OutboxRow } from '../../outbox/index.js';
import { ActRunner } from '../../engine/index.js';
import { Database, Refusal, systemActor } from '../../platform/index.js';
import { type JobHandler, type JobOutcome } from '../../worker/index.js';
import { HeldComment } from './held-comment.entity.js';
import { releaseKind } from './held-queue.js';
import { admitHeld } from './settle-held.use-case.js';

/** Registers what waited in the slower queue when its turn has come. */
@Injectable()
export class HeldCommentRelease implements JobHandler {
  readonly kind = releaseKind;

  constructor(
    private readonly database: Database,
    private readonly runner: ActRunner,
  ) {}

  async perform({ payload }: OutboxRow): Promise<JobOutcome> {
    const { heldId } = payload;
    assert.ok(typeof heldId === 'string');
    const row = await this.database.read((reader) => reader.findOneByOrFail(HeldComment, { id: heldId }));
    if (row.state !== 'waiting') return { state: 'lapsed', reason: '暂存意见已由人处理' };
    try {
      const who = { compilationId: row.compilationId, actor: systemActor('queue') };
      await this.runner.perform(admitHeld, who, { heldId });
      return { state: 'done' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.leaveToPerson(heldId, error.userMessage);
      return { state: 'lapsed', reason: error.userMessage };
    }
  }

  /** It could not be registered when its turn came: from now on a person decides. */
  private async leaveToPerson(heldId: string, remark: string): Promise<void> {
    await this.database.write((tx) =>
      tx.update(HeldComment, { id: heldId, state: 'waiting' }, { state: 'suspect', releaseAt: null, remark }),
    );
  }
}
