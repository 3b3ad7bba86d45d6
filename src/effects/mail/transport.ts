import { type Mail } from '../../outbox/index.js';

export interface Message {
  mail: Pick<Mail, 'id' | 'template' | 'messageId'>;
  /** Bare addresses: one sender, one recipient. */
  from: string;
  to: string;
  /** The whole message as it travels, CRLF lines. */
  bytes: Buffer;
}

/** Deliveries under way at once, hanging ones included. */
export const mailConnections = 64;

/** The way mails leave: into a folder, or to a server. */
export abstract class MailTransport {
  /**
   * @throws PermanentRefusal when trying again cannot help; anything else is tried again.
   * @param stopping gives up a delivery under way
   */
  abstract deliver(message: Message, stopping?: AbortSignal): Promise<void>;

  abstract close(): void;
}

/** The mail itself was refused for good: no such mailbox, a message the server will never take. */
export class PermanentRefusal extends Error {}
