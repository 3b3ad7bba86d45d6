import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput, requireBegan, saveRevision, sha256 } from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { amendPointSchema, pointContent } from './points.dto.js';
import { requireOpenPoint } from './open-point.js';
import { NotYourself, PointSettled } from './review.errors.js';
import { findPoint } from './review.repository.js';
import { ReviewPoint } from './review-point.entity.js';
import { voidSignature } from './void-signature.js';

/** Corrects a point that nobody has answered yet; an expert's signature under the old wording is void. */
@Injectable()
export class AmendPointUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{content, dissent}` */
  async execute(
    compilationId: string,
    actor: Actor,
    pointId: string,
    input: unknown,
  ): Promise<{ signatureVoided: boolean }> {
    const { began, ...change } = parseInput(amendPointSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'reviewPoint.amended' }, async (act) => {
      const point = await findPoint(act.tx, compilationId, pointId);
      await requireOpenPoint(act.tx, point, '更改意见');
      if (point.answer !== null) throw new PointSettled();
      const { kind, inviteeId } = point;
      // What was said in another body has no seat by which an expert could be told from another.
      const isNobodysSeat = inviteeId === null || kind !== 'expert';
      if (actor.kind === 'expert' && isNobodysSeat) throw new NotYourself('更改意见');
      if (inviteeId !== null && kind === 'expert') {
        await participatingSeat(act.tx, act, inviteeId, '更改论证意见');
      }
      requireBegan(began, pointContent(point), '该条意见');
      await saveRevision(act.tx, ReviewPoint, point, change, '该条意见');
      const signatureVoided = inviteeId !== null && (await voidSignature(act, inviteeId));
      act.note({ id: pointId, contentDigest: sha256(change.content) });
      return { signatureVoided };
    });
  }
}
