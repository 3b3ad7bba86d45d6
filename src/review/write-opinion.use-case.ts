import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  parseInput,
  requireBegan,
  saveRevision,
  sha256,
  type Stored,
  textInput,
} from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { Invitee } from './invitee.entity.js';
import { expertConclusions } from '../../workflows/index.js';
import { voidSignature } from './void-signature.js';

export const writeOpinionSchema = z.object({
  recommendation: z.enum(expertConclusions, {
    error: '应为“通过”“修改后通过”“重新论证”之一',
  }),
  text: textInput().refine((text) => text.trim() !== '', { error: '请写明论证意见' }),
  began: beganInput,
});

/** As the form of the opinion has it. */
export const opinionContent = (recommendation: string | null, writtenOpinion: string | null): Stored => ({
  recommendation: recommendation ?? '',
  text: writtenOpinion ?? '',
});

/** 书面论证意见: what one expert recommends and why. Writing it anew voids a signature under the old one. */
@Injectable()
export class WriteOpinionUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{recommendation, text}` */
  async execute(
    compilationId: string,
    actor: Actor,
    inviteeId: string,
    input: unknown,
  ): Promise<{ signatureVoided: boolean }> {
    const { recommendation, text, began } = parseInput(writeOpinionSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'expertOpinion.written' }, async (act) => {
      const { invitee } = await participatingSeat(act.tx, act, inviteeId, '填写书面论证意见');
      requireBegan(began, opinionContent(invitee.recommendation, invitee.writtenOpinion), '书面论证意见');
      const changed = invitee.recommendation !== recommendation || invitee.writtenOpinion !== text;
      await saveRevision(act.tx, Invitee, invitee, { recommendation, writtenOpinion: text }, '该论证意见');
      const signatureVoided = changed && (await voidSignature(act, inviteeId));
      act.note({ inviteeId, recommendation, textDigest: sha256(text) });
      return { signatureVoided };
    });
  }
}
