import { join } from 'node:path';
import { dateOf, timeOfDay } from '../../calendar/index.js';
import { type Config, makeFolder, storageFailureOf, writeWholeFile } from '../../platform/index.js';
import { MailTransport, type Message } from './transport.js';

/** Where the files of mails are. */
export const mailFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'mail');

/**
 * Nothing leaves the machine: each mail becomes one `.eml` file. The name follows from the mail's id alone, so a
 * mail that is performed twice after a crash is still one file, and a listing shows mails in the order queued.
 */
export class EmlTransport extends MailTransport {
  /** @param durable false only beside a throw-away database */
  constructor(
    private readonly folder: string,
    private readonly durable = true,
  ) {
    super();
  }

  /** @throws StorageFailure */
  override async deliver(message: Message): Promise<void> {
    const { folder, durable } = this;
    try {
      await makeFolder(folder, durable);
      // On disk before its row says that it was sent, and never half a message under a name that counts as delivered.
      await writeWholeFile(join(folder, emlName(message)), message.bytes, { durable });
    } catch (error) {
      throw storageFailureOf(error);
    }
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
