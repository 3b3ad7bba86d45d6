import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../engine/index.js';
import { checkScan, ContentStore } from '../files/index.js';
import { type Actor, insertRows, parseInput, tidyCode } from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { NothingToSign, NotYourself, SigningCodeVoid, SigningCodeWrong } from './review.errors.js';
import { signedContentDigest } from './signed-content.js';
import { Signature, SigningCode } from './signature.entity.js';
import { matches, maxFailedAttempts } from './signing-code.js';
import { voidSignature } from './void-signature.js';

export const signWithCodeSchema = z.object({
  code: z
    .string()
    .transform(tidyCode)
    .refine((code) => /^\d{6}$/.test(code), { error: '验证码为六位数字' }),
});

export interface Signed {
  signatureId: string;
  contentDigest: string;
}

type Proof = Pick<Signature, 'method' | 'signingCodeId' | 'fileDigest'>;

/**
 * 签署书面论证意见（第二十条）. A signature binds the expert, the digest of the opinion with its points, the instant,
 * and either a code mailed to the expert or the scan of a sheet signed by hand.
 */
@Injectable()
export class SignOpinionUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly files: ContentStore,
  ) {}

  /** @param input `{code}`: six digits */
  async withCode(compilationId: string, actor: Actor, inviteeId: string, input: unknown): Promise<Signed> {
    const { code } = parseInput(signWithCodeSchema, input);
    if (actor.kind !== 'expert') throw new NotYourself('用验证码签署');
    const entered = await this.enterCode(compilationId, actor, inviteeId, code);
    if (entered.attemptsLeft !== null) throw new SigningCodeWrong(entered.attemptsLeft);
    const { id, contentDigest } = entered.signingCode;
    const proof: Proof = { method: 'code', signingCodeId: id, fileDigest: null };
    return this.sign(compilationId, actor, inviteeId, proof, contentDigest);
  }

  /** @param bytes the scanned sheet: PDF, JPEG or PNG by its content. @throws UploadRefused */
  async withScan(compilationId: string, actor: Actor, inviteeId: string, bytes: Uint8Array): Promise<Signed> {
    checkScan(bytes);
    const { sha256 } = await this.files.put(bytes);
    const proof: Proof = { method: 'scan', signingCodeId: null, fileDigest: sha256 };
    return this.sign(compilationId, actor, inviteeId, proof, null);
  }

  /**
   * An act of its own that is committed whether the code was right or not: a refusal inside the signing act would
   * undo the count of wrong attempts.
   */
  private enterCode(compilationId: string, actor: Actor, inviteeId: string, code: string) {
    return this.acts.perform({ compilationId, actor, type: 'signingCode.entered' }, async (act) => {
      await participatingSeat(act.tx, act, inviteeId, '签署');
      const signingCode = await this.latestCode(act, inviteeId);
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

  /** Only the code asked for last counts. */
  private async latestCode(act: Act, inviteeId: string): Promise<SigningCode> {
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

  /** @param expectedDigest what the code was asked for; null when the sheet itself shows what was signed */
  private sign(
    compilationId: string,
    actor: Actor,
    inviteeId: string,
    proof: Proof,
    expectedDigest: string | null,
  ): Promise<Signed> {
    return this.acts.perform({ compilationId, actor, type: 'expertOpinion.signed' }, async (act) => {
      const { invitee, meeting } = await participatingSeat(act.tx, act, inviteeId, '签署');
      if (invitee.recommendation === null) throw new NothingToSign();
      const contentDigest = await signedContentDigest(act.tx, meeting, invitee);
      if (expectedDigest !== null && expectedDigest !== contentDigest) {
        throw new SigningCodeVoid('申请验证码后论证意见已有改动');
      }
      await voidSignature(act, inviteeId);
      const id = act.ids.next();
      const row = {
        id,
        compilationId,
        inviteeId,
        contentDigest,
        signedAt: act.now,
        voidedAt: null,
        ...proof,
      };
      await insertRows(act.tx, Signature, [row]);
      act.note({ id, inviteeId, contentDigest, method: proof.method, fileDigest: proof.fileDigest });
      return { signatureId: id, contentDigest };
    });
  }
}
