import { type Mail } from '../../outbox/index.js';

export interface Message {
  mail: Pick<Mail, 'id' | 'template' | 'messageId'>;
  /** Bare addresses: one sender, one recipient. */
  from: string;
  to: string;
  /** The whole message as it travels, CRLF lines. */
  bytes: Buffer;
}

/** The way mails leave: into a folder, or to a server. */
export abstract class MailTransport {
  /** @throws PermanentRefusal when trying again cannot help; anything else is tried again. */
  abstract deliver(message: Message): Promise<void>;

  abstract close(): void;
}

/** The mail itself was refused for good: no such mailbox, a message the server will never take. */
export class PermanentRefusal extends Error {}
