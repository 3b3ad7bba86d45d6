import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  expertOrSecretariat,
  idSchema,
  named,
  requireBegan,
  saveRevision,
  sha256,
  type Stored,
  textInput,
} from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { Invitee } from './invitee.entity.js';
import { expertConclusions } from '../../workflows/index.js';
import { voidedView } from './review.views.js';
import { voidSignature } from './void-signature.js';

/** As the form of the opinion has it. */
export const opinionContent = (recommendation: string | null, writtenOpinion: string | null): Stored => ({
  recommendation: recommendation ?? '',
  text: writtenOpinion ?? '',
});

/** 书面论证意见: what one expert recommends and why. Writing it anew voids a signature under the old one. */
export const writeOpinion = defineAct({
  name: 'expertOpinion.written',
  title: '填写论证意见',
  summary: '专家填写书面论证意见；签署后再改的须重新签署',
  may: expertOrSecretariat,
  path: 'invitees/:inviteeId/opinion',
  input: z.object({
    inviteeId: idSchema,
    recommendation: named(
      '建议的结论',
      z.enum(expertConclusions, { error: '应为“通过”“修改后通过”“重新论证”之一' }),
    ),
    text: named(
      '论证意见',
      textInput().refine((text) => text.trim() !== '', { error: '请写明论证意见' }),
    ),
    began: beganInput,
  }),
  example: { inviteeId: exampleId, recommendation: '修改后通过', text: '目标可行，建议补充测算依据。' },
  answer: voidedView,
  async perform(act, { inviteeId, recommendation, text, began }) {
    const { invitee } = await participatingSeat(act.tx, act, inviteeId, '填写书面论证意见');
    requireBegan(began, opinionContent(invitee.recommendation, invitee.writtenOpinion), '书面论证意见');
    const changed = invitee.recommendation !== recommendation || invitee.writtenOpinion !== text;
    await saveRevision(act.tx, Invitee, invitee, { recommendation, writtenOpinion: text }, '该论证意见');
    const signatureVoided = changed && (await voidSignature(act, inviteeId));
    act.note({ inviteeId, recommendation, textDigest: sha256(text) });
    return { signatureVoided };
  },
});
