import { createTransport } from 'nodemailer';
import { mailConnections, MailTransport, type Message, PermanentRefusal } from './transport.js';

/** Milliseconds before a silent server is given up. */
export interface SmtpTimeouts {
  connectionMs: number;
  greetingMs: number;
  /** Without a byte from the server. */
  silenceMs: number;
  /** For the whole delivery; shorter than a worker's lease, so that a slow mail is never sent by two workers. */
  deliveryMs: number;
}

const patient: SmtpTimeouts = {
  connectionMs: 10_000,
  greetingMs: 10_000,
  silenceMs: 20_000,
  deliveryMs: 45_000,
};

/** Sends to the server of SMTP_URL over a few connections that are kept. */
export class SmtpTransport extends MailTransport {
  private readonly pool;
  private readonly deliveryMs: number;

  constructor(url: string, timeouts: SmtpTimeouts = patient) {
    super();
    this.deliveryMs = timeouts.deliveryMs;
    this.pool = createTransport({
      url,
      pool: true,
      maxConnections: mailConnections,
      // The outbox decides about trying again; the pool would send up to five times without saying so.
      maxRequeues: 0,
      connectionTimeout: timeouts.connectionMs,
      dnsTimeout: timeouts.connectionMs,
      greetingTimeout: timeouts.greetingMs,
      socketTimeout: timeouts.silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /**
   * A connection that breaks after the final dot leaves unknown whether the server has the mail (RFC 1047). It is
   * tried again with the same Message-ID, by which the receiver can drop the second copy.
   */
  override async deliver({ from, to, bytes }: Message, stopping?: AbortSignal): Promise<void> {
    const envelope = { from: { name: '', address: from }, to: [{ name: '', address: to }] };
    const late = AbortSignal.timeout(this.deliveryMs);
    const signal = stopping === undefined ? late : AbortSignal.any([late, stopping]);
    try {
      await this.pool.sendMail({ envelope, raw: bytes, signal });
    } catch (error) {
      throw isPermanent(error) ? new PermanentRefusal((error as Error).message, { cause: error }) : error;
    }
  }

  override close(): void {
    this.pool.close({ force: true });
  }
}

/**
 * Only an answer of class 5 (RFC 5321, 4.2.1) to the sender, the recipient or the message is final. A greeting or a
 * login that is refused concerns the server or our settings, not this mail, and someone may put it right in a day.
 */
function isPermanent(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return aboutThisMail && responseCode !== undefined && responseCode >= 500;
}
