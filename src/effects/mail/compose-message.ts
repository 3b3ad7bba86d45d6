import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { type CalendarFile, type Party } from '../../calendar/index.js';
import { type Mail } from '../../outbox/index.js';
import { type Instant, sha256 } from '../../platform/index.js';
import { type RenderedMail } from '../../render/index.js';
import { type Message, PermanentRefusal } from './transport.js';

export interface Letter {
  mail: Pick<Mail, 'id' | 'template' | 'messageId' | 'compilationId'>;
  from: Party;
  to: Party;
  rendered: RenderedMail;
  event: CalendarFile | null;
  sentAt: Instant;
}

/** Writes messages without sending them; content never names a file or an address to fetch. */
const writer = createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  disableFileAccess: true,
  disableUrlAccess: true,
});

const unsafeInName = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/**
 * The bytes of one mail: text, HTML, and the calendar entry both as an alternative (calendars apply it by
 * themselves) and as an attachment (for people whose mail program does not). The same letter gives the same bytes:
 * nodemailer's boundary is drawn by chance unless it is given, so it is derived from the Message-ID.
 */
export async function composeMessage(letter: Letter): Promise<Message> {
  const { mail, rendered, event } = letter;
  const from = party(letter.from);
  const to = party(letter.to);
  const { message } = await writer.sendMail({
    from,
    to,
    ...rendered,
    ...(event === null ? {} : { icalEvent: { ...event, filename: 'calendar.ics' } }),
    messageId: mail.messageId,
    date: new Date(letter.sentAt),
    // Quoted-printable writes nine characters for each 汉字, and takes twice as long to make.
    encoding: 'base64',
    baseBoundary: sha256(mail.messageId).slice(0, 32),
    headers: {
      'X-Bianzhi-Template': mail.template,
      'X-Bianzhi-Compilation': mail.compilationId,
      // RFC 3834: out-of-office programs must not answer a machine.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'zh-CN',
    },
  });
  return { mail, from: from.address, to: to.address, bytes: message as Buffer };
}

/**
 * An address object, never a string: in a string a comma in a name begins another recipient.
 * @throws PermanentRefusal for what is no mail address.
 */
function party({ name, email }: Party): { name: string; address: string } {
  if (email.length > 254 || !z.email().safeParse(email).success) {
    throw new PermanentRefusal(`“${email.slice(0, 80)}”不是有效的电子邮件地址，请更正后重发`);
  }
  return { name: name.replace(unsafeInName, ' ').trim(), address: email };
}
