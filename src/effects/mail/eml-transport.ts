import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOf, timeOfDay } from '../../calendar/index.js';
import { type Config } from '../../platform/index.js';
import { MailTransport, type Message } from './transport.js';

/** Where the files of mails are. */
export const mailFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'mail');

/**
 * Nothing leaves the machine: each mail becomes one `.eml` file. The name follows from the mail's id alone, so a
 * mail that is performed twice after a crash is still one file, and a listing shows mails in the order queued.
 */
export class EmlTransport extends MailTransport {
  constructor(private readonly folder: string) {
    super();
  }

  override async deliver(message: Message): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, emlName(message));
    // Renamed when complete: a crash leaves no half message under a name that counts as delivered.
    await writeFile(`${file}.part`, message.bytes);
    await rename(`${file}.part`, file);
  }

  override close(): void {}
}

/** `20210625-0900-017a4…-notice-liaison.commerce@example.org.eml` */
export function emlName({ mail, to }: Pick<Message, 'mail' | 'to'>): string {
  const id = mail.id.replaceAll('-', '');
  const queuedAt = Number.parseInt(id.slice(0, 12), 16);
  const day = dateOf(queuedAt).replaceAll('-', '');
  const recipient = to.replace(/[^\w.@-]/g, '_').slice(0, 100);
  return `${day}-${timeOfDay(queuedAt).replace(':', '')}-${id}-${mail.template}-${recipient}.eml`;
}
