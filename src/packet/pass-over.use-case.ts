import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { IndicatorsQuery } from '../materials/index.js';
import {
  type Actor,
  formatActor,
  lineInput,
  parseInput,
  Refusal,
  sha256,
  textInput,
} from '../platform/index.js';
import { PacketPass } from './packet-pass.entity.js';
import { findUnfinished } from './unfinished.js';

export const passOverSchema = z.object({
  place: lineInput(400),
  reason: textInput(2000).refine((text) => text.trim() !== '', { error: '请写明从略的理由' }),
  post: lineInput(100).refine((text) => text.trim() !== '', { error: '请写明同意从略的职务' }),
});
export const takeUpSchema = z.object({ place: lineInput(400) });

export class NothingToPassOver extends Refusal {
  constructor() {
    super('nothing-to-pass-over', '这一处已经写全或者没有矛盾，不必从略；请刷新页面核对。', 409);
  }
}

export class NotPassedOver extends Refusal {
  constructor() {
    super('not-passed-over', '这一处没有登记从略；请刷新页面核对。', 409);
  }
}

/** 从略: lets an unfinished place of the packet stand, with a reason and a post that the document then names. */
@Injectable()
export class PassOverUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly indicators: IndicatorsQuery,
  ) {}

  /** @param input `{place, reason, post}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { place, reason, post } = parseInput(passOverSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'explanation.passedOver' }, async (act) => {
      const unfinished = await findUnfinished(act.tx, compilationId, this.indicators);
      if (!unfinished.some((one) => one.place === place)) throw new NothingToPassOver();
      await act.tx.insert(PacketPass, {
        id: act.ids.next(),
        compilationId,
        place,
        reason,
        post,
        recordedBy: formatActor(actor),
        recordedAt: act.now,
        withdrawnAt: null,
      });
      act.note({ place, post, reasonDigest: sha256(reason) });
    });
  }

  /** The place counts as unfinished again. @param input `{place}` */
  async takeUp(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { place } = parseInput(takeUpSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'explanation.takenUp' }, async (act) => {
      const standing = { compilationId, place, withdrawnAt: IsNull() };
      const { affected } = await act.tx.update(PacketPass, standing, { withdrawnAt: act.now });
      if (affected === 0) throw new NotPassedOver();
      act.note({ place });
    });
  }
}
