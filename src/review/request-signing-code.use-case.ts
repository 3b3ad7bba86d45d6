import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { formatDateTime } from '../calendar/index.js';
import { findCompilation, mailHeading } from '../compilation/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, insertRows, type Instant } from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { type Invitee } from './invitee.entity.js';
import { NothingToSign, NotYourself, TooManySigningCodes } from './review.errors.js';
import { signedContentDigest } from './signed-content.js';
import { SigningCode } from './signature.entity.js';
import { codesPerHour, codeValidMs, drawCode, hashCode } from './signing-code.js';
import { forgetCodeKind, signingCodeCheckName } from './signing-code-mail.js';

const hourMs = 3_600_000;

/** Mails an expert the code that signs the opinion as it reads now. */
@Injectable()
export class RequestSigningCodeUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, inviteeId: string): Promise<{ validUntil: Instant }> {
    if (actor.kind !== 'expert') throw new NotYourself('申请签署验证码');
    return this.acts.perform({ compilationId, actor, type: 'signingCode.requested' }, async (act) => {
      const { invitee, meeting } = await participatingSeat(act.tx, act, inviteeId, '申请签署验证码');
      if (invitee.recommendation === null) throw new NothingToSign();
      await this.requireRestraint(act, inviteeId);
      const contentDigest = await signedContentDigest(act.tx, meeting, invitee);
      const validUntil = await this.send(act, invitee, contentDigest);
      act.note({ inviteeId, contentDigest });
      return { validUntil };
    });
  }

  private async requireRestraint(act: Act, inviteeId: string): Promise<void> {
    const since = MoreThan(act.now - hourMs);
    const recent = await act.tx.countBy(SigningCode, { inviteeId, requestedAt: since });
    if (recent >= codesPerHour) throw new TooManySigningCodes(codesPerHour);
  }

  private async send(act: Act, invitee: Invitee, contentDigest: string): Promise<Instant> {
    const { compilationId, now } = act;
    const id = act.ids.next();
    const code = drawCode(act.ids);
    const expiresAt = now + codeValidMs;
    const terms = { contentDigest, codeHash: hashCode(id, code), requestedAt: now, expiresAt };
    const blank = { failedAttempts: 0, usedAt: null };
    await insertRows(act.tx, SigningCode, [{ id, compilationId, inviteeId: invitee.id, ...terms, ...blank }]);
    const heading = mailHeading(await findCompilation(act.tx, compilationId));
    const [mailId] = await act.post([
      {
        template: 'signing-code',
        recipient: { id: invitee.id, name: invitee.name, address: invitee.address },
        key: `signing-code:${id}`,
        dueAt: now,
        about: id,
        stillDueCheck: signingCodeCheckName,
        view: {
          compilation: { ...heading },
          recipient: { name: invitee.name, unitName: invitee.organisation },
          action: null,
          reference: `S-${String(act.ledgerSeq).padStart(4, '0')}`,
          signing: {
            documentTitle: '专家论证意见',
            code,
            validUntilText: formatDateTime(expiresAt),
            sha256: contentDigest,
          },
        },
      },
    ]);
    await act.enqueue({
      kind: forgetCodeKind,
      uniqueKey: `${forgetCodeKind}:${id}`,
      payload: { mailId },
      dueAt: expiresAt + 1,
    });
    return expiresAt;
  }
}
