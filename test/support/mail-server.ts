import { type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  recipients: string[];
  content: string;
}

/** What the server does to the next delivery; `accept` once they are used up. */
export type Fault =
  'accept' | 'refuse' | 'defer' | 'refuse message' | 'drop after the dot' | 'hang after the dot';

export interface MailServer {
  url: string;
  /** Everything it took, whether the client learned of it or not. */
  received: ReceivedMail[];
  /** Every RCPT TO it heard. */
  recipients: string[];
  faults: Fault[];
  close(): Promise<void>;
}

/** A real mail server on a free port that misbehaves as told. */
export async function openMailServer(...faults: Fault[]): Promise<MailServer> {
  const mails: Pick<MailServer, 'received' | 'recipients' | 'faults'> = {
    received: [],
    recipients: [],
    faults,
  };
  let fault: Fault = 'accept';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom(_address, _session, callback) {
      fault = mails.faults.shift() ?? 'accept';
      callback();
    },
    onRcptTo({ address }, _session, callback) {
      mails.recipients.push(address);
      if (fault === 'refuse') return callback(answer(550, 'No such mailbox'));
      if (fault === 'defer') return callback(answer(451, 'Try again later'));
      callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (fault === 'refuse message') return callback(answer(554, 'Message refused'));
        mails.received.push(mailOf(session, Buffer.concat(chunks)));
        if (fault === 'hang after the dot') return;
        if (fault === 'drop after the dot') return dropAll(server);
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const close = () => {
    dropAll(server);
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { ...mails, url: `smtp://127.0.0.1:${port}`, close };
}

function mailOf({ envelope }: SMTPServerSession, content: Buffer): ReceivedMail {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, recipients: envelope.rcptTo.map((to) => to.address), content: content.toString() };
}

const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** Ends every connection as a fallen machine would, without a word. */
function dropAll(server: SMTPServer): void {
  for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>) {
    connection._socket.destroy();
  }
}
