import { MoreThan } from 'typeorm';
import { z } from 'zod';
import { formatDateTime } from '../calendar/index.js';
import { findCompilation, mailHeading } from '../compilation/index.js';
import { type Act, defineAct } from '../engine/index.js';
import { exampleId, idSchema, insertRows, type Instant, instant } from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { type Invitee } from './invitee.entity.js';
import { NothingToSign, NotYourself, TooManySigningCodes } from './review.errors.js';
import { signedContentDigest } from './signed-content.js';
import { SigningCode } from './signature.entity.js';
import { codesPerHour, codeValidMs, drawCode, hashCode } from './signing-code.js';
import { forgetCodeKind, signingCodeCheckName } from './signing-code-mail.js';

const hourMs = 3_600_000;

/** Mails an expert the code that signs the opinion as it reads now. */
export const requestSigningCode = defineAct({
  name: 'signingCode.requested',
  title: '获取签署验证码',
  summary: '专家申请签署验证码，发至其邮箱',
  may: ['expert'],
  path: 'invitees/:inviteeId/signing-code',
  input: z.object({ inviteeId: idSchema }),
  example: { inviteeId: exampleId },
  answer: z.object({ validUntil: instant }),
  async perform(act, { inviteeId }) {
    if (act.actor.kind !== 'expert') throw new NotYourself('申请签署验证码');
    const { invitee, meeting } = await participatingSeat(act.tx, act, inviteeId, '申请签署验证码');
    if (invitee.recommendation === null) throw new NothingToSign();
    await requireRestraint(act, inviteeId);
    const contentDigest = await signedContentDigest(act.tx, meeting, invitee);
    const validUntil = await send(act, invitee, contentDigest);
    act.note({ inviteeId, contentDigest });
    return { validUntil };
  },
});

async function requireRestraint(act: Act, inviteeId: string): Promise<void> {
  const since = MoreThan(act.now - hourMs);
  const recent = await act.tx.countBy(SigningCode, { inviteeId, requestedAt: since });
  if (recent >= codesPerHour) throw new TooManySigningCodes(codesPerHour);
}

async function send(act: Act, invitee: Invitee, contentDigest: string): Promise<Instant> {
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
