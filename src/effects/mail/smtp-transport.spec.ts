import { createServer, type AddressInfo, type Server } from 'node:net';
import fc from 'fast-check';
import { headersOf } from '../../../test/support/eml.js';
import { type Fault, type MailServer, openMailServer } from '../../../test/support/mail-server.js';
import { composeMessage } from './compose-message.js';
import { SmtpTransport } from './smtp-transport.js';
import { type Message, PermanentRefusal } from './transport.js';

const impatient = { connectionMs: 400, greetingMs: 400, silenceMs: 400, deliveryMs: 1500 };
const sentAt = Date.parse('2021-07-21T09:00:00+08:00');

const messageTo = (name: string, messageId = '<1@bianzhi.mail>'): Promise<Message> =>
  composeMessage({
    mail: { id: '1', template: 'reminder', messageId, compilationId: 'c' },
    from: { name: '秘书处', email: 'secretariat@example.org' },
    to: { name, email: 'liaison@example.org' },
    rendered: { subject: '提醒', text: '请报送。\n', html: '<p>请报送。</p>' },
    event: null,
    sentAt,
  });

describe('sending by SMTP', () => {
  const opened: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });
  const serve = async (...faults: Fault[]): Promise<{ server: MailServer; transport: SmtpTransport }> => {
    const server = await openMailServer(...faults);
    const transport = new SmtpTransport(server.url, impatient);
    opened.push(server, transport);
    return { server, transport };
  };

  it('delivers the composed bytes to the one recipient', async () => {
    const { server, transport } = await serve();
    const message = await messageTo('联络员');
    await transport.deliver(message);
    expect(server.received).toEqual([
      {
        from: 'secretariat@example.org',
        recipients: ['liaison@example.org'],
        content: message.bytes.toString(),
      },
    ]);
  });

  it.each<Fault>(['refuse', 'refuse message'])('is final when the server answers 5xx (%s)', async (fault) => {
    const { server, transport } = await serve(fault);
    await expect(transport.deliver(await messageTo('甲'))).rejects.toBeInstanceOf(PermanentRefusal);
    expect(server.received).toEqual([]);
  });

  it('may be tried again when the server answers 4xx, and then arrives', async () => {
    const { server, transport } = await serve('defer');
    const message = await messageTo('甲');
    const refused = await transport.deliver(message).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(refused).not.toBeInstanceOf(PermanentRefusal);
    await transport.deliver(message);
    expect(server.received).toHaveLength(1);
  });

  it.each<Fault>(['drop after the dot', 'hang after the dot'])(
    'that ends unknown (%s) is tried once more with the same Message-ID, and never in silence',
    async (fault) => {
      const { server, transport } = await serve(fault);
      const message = await messageTo('甲', '<same@bianzhi.mail>');
      const unknown = await transport.deliver(message).catch((error: unknown) => error);
      expect(unknown).toBeInstanceOf(Error);
      expect(unknown).not.toBeInstanceOf(PermanentRefusal);
      expect(server.received).toHaveLength(1);
      await transport.deliver(message);
      const ids = server.received.map((mail) => headersOf(mail.content)['message-id']);
      expect(ids).toEqual(['<same@bianzhi.mail>', '<same@bianzhi.mail>']);
    },
  );

  it('gives up on a server that never greets', async () => {
    const silent = await listen(createServer(() => undefined));
    opened.push(silent);
    const transport = new SmtpTransport(silent.url, impatient);
    opened.push(transport);
    await expect(transport.deliver(await messageTo('甲'))).rejects.not.toBeInstanceOf(PermanentRefusal);
  });

  it('gives up on a server that trickles its greeting for ever', async () => {
    const trickling = await listen(
      createServer((socket) => {
        const timer = setInterval(() => socket.write('220-\r\n'), 100);
        socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
      }),
    );
    opened.push(trickling);
    const transport = new SmtpTransport(trickling.url, { ...impatient, greetingMs: 60_000 });
    opened.push(transport);
    await expect(transport.deliver(await messageTo('甲'))).rejects.not.toBeInstanceOf(PermanentRefusal);
  });

  it('may be tried again when nobody listens', async () => {
    const transport = new SmtpTransport('smtp://127.0.0.1:1', impatient);
    opened.push(transport);
    await expect(transport.deliver(await messageTo('甲'))).rejects.not.toBeInstanceOf(PermanentRefusal);
  });

  it('names exactly one recipient to the server, whatever the name of the unit is', async () => {
    const { server, transport } = await serve();
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[甲,;<>@"\\\r\n:() a-z.]{0,60}$/),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        server.recipients.length = 0;
        await transport.deliver(await messageTo(name));
        expect(server.recipients).toEqual(['liaison@example.org']);
      }),
      { numRuns: 300 },
    );
  });
});

async function listen(server: Server): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    sockets.forEach((socket) => socket.destroy());
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `smtp://127.0.0.1:${port}`, close };
}
