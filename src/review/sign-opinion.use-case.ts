import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts, defineAct, requireUpload, type Who } from '../engine/index.js';
import { checkScan, ContentStore } from '../files/index.js';
import {
  exampleId,
  idSchema,
  insertRows,
  named,
  parseInput,
  secretariat,
  tidyCode,
} from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { NothingToSign, NotYourself, SigningCodeVoid, SigningCodeWrong } from './review.errors.js';
import { signedView } from './review.views.js';
import { signedContentDigest } from './signed-content.js';
import { Signature, SigningCode } from './signature.entity.js';
import { matches, maxFailedAttempts } from './signing-code.js';
import { voidSignature } from './void-signature.js';

type Signed = z.output<typeof signedView>;
type Proof = Pick<Signature, 'method' | 'signingCodeId' | 'fileDigest'>;

/** 签署书面论证意见（第二十条）on a sheet by hand: a PDF, JPEG or PNG by its content. */
export const signOnPaper = defineAct({
  name: 'expertOpinion.signed',
  title: '签署论证意见',
  summary: '上传纸质签署页的扫描件',
  may: secretariat,
  path: 'invitees/:inviteeId/signature/scan',
  input: z.object({ inviteeId: idSchema }),
  example: { inviteeId: exampleId },
  file: 'PDF、JPEG 或者 PNG，不超过20 MB',
  answer: signedView,
  uses: { files: ContentStore },
  async prepare(_input, { files }, { file }) {
    const { bytes } = requireUpload(file);
    checkScan(bytes);
    return (await files.put(bytes)).sha256;
  },
  perform(act, { inviteeId }, _services, fileDigest) {
    return sign(act, inviteeId, { method: 'scan', signingCodeId: null, fileDigest }, null);
  },
});

export const signWithCodeSchema = z.object({
  code: named(
    '验证码',
    z
      .string()
      .transform(tidyCode)
      .refine((code) => /^\d{6}$/.test(code), { error: '验证码为六位数字' }),
  ),
});

/** The same with a code that was mailed to the expert; two acts, of which the first stands although the code was wrong. */
@Injectable()
export class SignWithCodeUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{code}`: six digits */
  async execute(who: Who, inviteeId: string, input: z.input<typeof signWithCodeSchema>): Promise<Signed> {
    const { code } = parseInput(signWithCodeSchema, input);
    if (who.actor.kind !== 'expert') throw new NotYourself('用验证码签署');
    const entered = await this.enterCode(who, inviteeId, code);
    if (entered.attemptsLeft !== null) throw new SigningCodeWrong(entered.attemptsLeft);
    const { id, contentDigest } = entered.signingCode;
    const proof: Proof = { method: 'code', signingCodeId: id, fileDigest: null };
    return this.acts.perform({ ...who, type: signOnPaper.name }, (act) =>
      sign(act, inviteeId, proof, contentDigest),
    );
  }

  /**
   * An act of its own that is committed whether the code was right or not: a refusal inside the signing act would
   * undo the count of wrong attempts.
   */
  private enterCode(who: Who, inviteeId: string, code: string) {
    return this.acts.perform({ ...who, type: 'signingCode.entered' }, async (act) => {
      await participatingSeat(act.tx, act, inviteeId, '签署');
      const signingCode = await latestCode(act, inviteeId);
      const { id } = signingCode;
      if (matches(signingCode, code)) {
        await act.tx.update(SigningCode, { id }, { usedAt: act.now });
        act.note({ inviteeId, right: true });
        return { signingCode, attemptsLeft: null };
      }
      const failedAttempts = signingCode.failedAttempts + 1;
      await act.tx.update(SigningCode, { id }, { failedAttempts });
      act.note({ inviteeId, right: false, failedAttempts });
      return { signingCode, attemptsLeft: maxFailedAttempts - failedAttempts };
    });
  }
}

/** Only the code asked for last counts. */
async function latestCode(act: Act, inviteeId: string): Promise<SigningCode> {
  const [latest] = await act.tx.find(SigningCode, {
    where: { inviteeId },
    order: { id: 'DESC' },
    take: 1,
  });
  if (latest === undefined) throw new SigningCodeVoid('尚未申请验证码');
  if (latest.usedAt !== null) throw new SigningCodeVoid('该验证码已经使用');
  if (act.now > latest.expiresAt) throw new SigningCodeVoid('验证码已过有效期');
  if (latest.failedAttempts >= maxFailedAttempts) throw new SigningCodeVoid('该验证码已输错五次，已经作废');
  return latest;
}

/**
 * A signature binds the expert, the digest of the opinion with its points, the instant, and either a code mailed to
 * the expert or the scan of a sheet signed by hand.
 *
 * @param expectedDigest what the code was asked for; null when the sheet itself shows what was signed
 */
async function sign(
  act: Act,
  inviteeId: string,
  proof: Proof,
  expectedDigest: string | null,
): Promise<Signed> {
  const { compilationId, now: signedAt } = act;
  const { invitee, meeting } = await participatingSeat(act.tx, act, inviteeId, '签署');
  if (invitee.recommendation === null) throw new NothingToSign();
  const contentDigest = await signedContentDigest(act.tx, meeting, invitee);
  if (expectedDigest !== null && expectedDigest !== contentDigest) {
    throw new SigningCodeVoid('申请验证码后论证意见已有改动');
  }
  await voidSignature(act, inviteeId);
  const id = act.ids.next();
  const row = { id, compilationId, inviteeId, contentDigest, signedAt, voidedAt: null, ...proof };
  await insertRows(act.tx, Signature, [row]);
  act.note({ id, inviteeId, contentDigest, method: proof.method, fileDigest: proof.fileDigest });
  return { signatureId: id, contentDigest };
}
