import { Injectable } from '@nestjs/common';
import { Acts } from '../../engine/index.js';
import { type Actor, parseInput } from '../../platform/index.js';
import { findOpinion, findOpinionsOf } from '../opinions/opinions.repository.js';
import { disposeOpinionSchema, disposeOpinionsSchema } from './disposition.dto.js';
import { dispose } from './dispose.js';

/** 处理意见: 采纳, 部分采纳, 不采纳, 已有体现 or 留作研究, with a reason unless 采纳 and the clause that was changed. */
@Injectable()
export class DisposeOpinionsUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{opinionId, revision, disposition, reason?, changedClauseId?}` */
  async one(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { opinionId, revision, ...decision } = parseInput(disposeOpinionSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'opinion.disposed' }, async (act) => {
      const opinion = await findOpinion(act.tx, compilationId, opinionId);
      await dispose(act, { ...opinion, revision }, decision);
      act.note({ number: opinion.number, disposition: decision.disposition });
    });
  }

  /** The same decision for like opinions: all of them or none. @param input `{opinionIds, disposition, …}` */
  async many(compilationId: string, actor: Actor, input: unknown): Promise<{ disposed: number }> {
    const { opinionIds, ...decision } = parseInput(disposeOpinionsSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'opinions.disposed' }, async (act) => {
      const opinions = await findOpinionsOf(act.tx, compilationId, opinionIds);
      for (const opinion of opinions) await dispose(act, opinion, decision);
      act.note({ opinions: opinions.length, disposition: decision.disposition });
      return { disposed: opinions.length };
    });
  }
}
