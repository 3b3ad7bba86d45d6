import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import { Mail } from '../../outbox/index.js';
import { exampleId, named, NotFound, Refusal, secretariat } from '../../platform/index.js';

export class MailNotFailed extends Refusal {
  constructor() {
    super('mail-not-failed', '这封邮件没有发送失败，不需要重发。请刷新列表后再选择。', 409);
  }
}

const address = named('邮箱', z.email({ error: '应为一个电子邮件地址' }));

/** Puts mails that failed for good back into the outbox; their Message-ID stays the same. */
export const resendMails = defineAct({
  name: 'mail.resent',
  title: '重发邮件',
  summary: '重发失败的邮件，可改正地址',
  afterEnd: 'always',
  may: secretariat,
  path: 'mails/resend',
  input: z.object({
    /** Each failed mail once more, to a corrected address if one is given. */
    mails: named(
      '邮件',
      z
        .array(z.object({ id: z.string(), address: address.optional() }))
        .min(1, { error: '请至少选择一封邮件' })
        .max(500, { error: '一次最多重发500封' }),
    ),
  }),
  example: { mails: [{ id: exampleId, address: 'liaison@example.org' }] },
  answer: z.object({ resent: z.int() }),
  async perform(act, { mails }) {
    for (const { id, address } of mails) await queueAgain(act, id, address);
    act.note({ mails: mails.map((mail) => mail.id), corrected: mails.filter((m) => m.address).length });
    return { resent: mails.length };
  },
});

async function queueAgain(act: Act, id: string, address: string | undefined): Promise<void> {
  const { tx, compilationId, now } = act;
  const mail = await tx.findOneBy(Mail, { id, compilationId });
  if (mail === null) throw new NotFound('邮件', id);
  const change = { state: 'queued' as const, lastError: null, address: address ?? mail.address };
  const { affected } = await tx.update(Mail, { id, state: 'failed' }, change);
  if (affected !== 1) throw new MailNotFailed();
  await act.enqueue({
    kind: 'mail',
    uniqueKey: `mail-again:${id}:${act.ledgerSeq}`,
    payload: { mailId: id },
    dueAt: now,
  });
}
