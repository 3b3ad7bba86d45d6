import { type Sent } from '../../engine/index.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headersOf, mailFiles } from '../../../test/support/eml.js';
import { type Fault, type MailServer, openMailServer } from '../../../test/support/mail-server.js';
import { openHouse, secretary, type TestHouse } from '../../../test/support/test-house.js';
import { Acts } from '../../engine/index.js';
import { Mail, MailChecks, type NewMail, OutboxRow } from '../../outbox/index.js';
import { Clock, Database, IdSource, templatesFolder } from '../../platform/index.js';
import { TemplateSet } from '../../render/index.js';
import { maxAttempts, Worker } from '../../worker/index.js';
import { MailQuery, resendMails } from '../index.js';
import { MailAddresses } from './mail-addresses.js';
import { MailHandler } from './mail-handler.js';
import { SmtpTransport } from './smtp-transport.js';

const impatient = { connectionMs: 400, greetingMs: 400, silenceMs: 400, deliveryMs: 1500 };
const folder = join(templatesFolder, 'mail', 'overdue');

describe('a queued mail', () => {
  let house: TestHouse;
  const closing: (() => unknown)[] = [];
  beforeEach(async () => {
    house = await openHouse();
    house.get(MailChecks).add({
      name: 'stillOpen',
      verdict: () => Promise.resolve({ due: false, reason: '已报送' }),
    });
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await house.close();
  });

  const post = async (more: Partial<NewMail> = {}): Promise<Mail> => {
    const view = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')) as NewMail['view'];
    const { compilationId } = house;
    const order = { compilationId, actor: secretary, type: 'test.posted' };
    const [id] = await house.get(Acts).perform(order, (act) =>
      act.post([
        {
          template: 'overdue',
          recipient: { id: 'contact-1', name: '示例单位联络员', address: 'liaison@example.org' },
          key: `test:${act.ledgerSeq}`,
          dueAt: act.now,
          view: { ...view, action: { label: '继续填写', path: '/u/1' } },
          ...more,
        },
      ]),
    );
    return find(id);
  };
  const find = (id: string): Promise<Mail> =>
    house.database.read((reader) => reader.findOneByOrFail(Mail, { id }));
  const jobs = (): Promise<OutboxRow[]> =>
    house.database.read((reader) =>
      reader.find(OutboxRow, { where: { kind: 'mail' }, order: { id: 'ASC' } }),
    );
  const runDue = () => house.get(Worker).runDue();

  /** A worker that sends to a server which misbehaves as told. */
  const smtpWorker = async (...faults: Fault[]): Promise<{ server: MailServer; worker: Worker }> => {
    const server = await openMailServer(...faults);
    const transport = new SmtpTransport(server.url, impatient);
    closing.push(server.close, () => transport.close());
    const worker = new Worker(house.database, house.clock, house.get(IdSource));
    const addresses = house.get(MailAddresses);
    const checks = house.get(MailChecks);
    worker.addHandlers(
      new MailHandler(
        house.get(Database),
        house.get(Clock),
        addresses,
        checks,
        house.get(TemplateSet),
        transport,
      ),
    );
    return { server, worker };
  };

  it('becomes one file, dated with the clock and linked to the public address', async () => {
    const mail = await post();
    await runDue();
    const [file] = await mailFiles(house);
    expect(file).toMatch(/^20210625-0900-[0-9a-f]{32}-overdue-liaison@example\.org\.eml$/);
    const content = await readFile(join(house.config.dataFolder, 'mail', file), 'utf8');
    expect(Date.parse(headersOf(content).date)).toBe(house.clock.now());
    expect(headersOf(content)['message-id']).toBe(mail.messageId);
    expect(await find(mail.id)).toMatchObject({ state: 'sent', sentAt: house.clock.now() });
    expect((await find(mail.id)).subject).toContain('逾期');
    expect(await house.get(MailQuery).sentByTemplate(house.compilationId)).toEqual({ overdue: 1 });
  });

  it('is not sent when its room says that it no longer applies', async () => {
    const mail = await post({ stillDueCheck: 'stillOpen' });
    await runDue();
    expect(await mailFiles(house)).toEqual([]);
    expect(await find(mail.id)).toMatchObject({ state: 'lapsed', lastError: '已报送' });
    expect(await jobs()).toMatchObject([{ state: 'lapsed' }]);
  });

  it('is sent with the words its room finds true at that moment', async () => {
    house.get(MailChecks).add({
      name: 'reworded',
      verdict: (_reader, { view }) =>
        Promise.resolve({ due: true, view: { ...view, obligation: { title: '新的名称' } } }),
    });
    const mail = await post({ stillDueCheck: 'reworded' });
    await runDue();
    expect((await find(mail.id)).subject).toContain('新的名称');
  });

  it('that a worker sent and could not record is still one file', async () => {
    const mail = await post();
    await runDue();
    await house.database.write(async (tx) => {
      await tx.update(Mail, { id: mail.id }, { state: 'queued' });
      await tx.update(OutboxRow, { kind: 'mail' }, { state: 'running', leaseUntil: house.clock.now() });
    });
    await runDue();
    house.clock.moveTo(house.clock.now() + 60_000);
    await runDue();
    expect(await mailFiles(house)).toHaveLength(1);
    expect(await find(mail.id)).toMatchObject({ state: 'sent' });
  });

  it('that was recorded as sent is not sent again by whoever finds the job unfinished', async () => {
    await post();
    const { server, worker } = await smtpWorker();
    await worker.runDue();
    await house.database.write((tx) =>
      tx.update(OutboxRow, { kind: 'mail' }, { state: 'running', leaseUntil: house.clock.now() }),
    );
    await worker.runDue();
    house.clock.moveTo(house.clock.now() + 60_000);
    await worker.runDue();
    expect(server.received).toHaveLength(1);
  });

  it('whose view lacks what its template prints fails at once, for all to see', async () => {
    const mail = await post({ view: { action: null, compilation: { secretariat: '秘书处' } } });
    await runDue();
    const failed = await find(mail.id);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.lastError).toContain('邮件模板“overdue”');
  });

  it('is tried again a minute after a passing failure', async () => {
    const mail = await post();
    const { server, worker } = await smtpWorker('defer');
    await worker.runDue();
    expect(await find(mail.id)).toMatchObject({ state: 'queued' });
    expect((await find(mail.id)).lastError).toContain('451');
    expect(await worker.nextDueAt()).toBe(house.clock.now() + 60_000);
    house.clock.moveTo(house.clock.now() + 60_000);
    await worker.runDue();
    expect(server.received).toHaveLength(1);
    expect(await find(mail.id)).toMatchObject({ state: 'sent', lastError: null });
  });

  it('keeps its Message-ID when it is unknown whether the server had it', async () => {
    await post();
    const { server, worker } = await smtpWorker('drop after the dot');
    await worker.runDue();
    house.clock.moveTo(house.clock.now() + 60_000);
    await worker.runDue();
    const ids = server.received.map(({ content }) => headersOf(content)['message-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('fails visibly when the server goes on refusing it for about a day', async () => {
    const mail = await post();
    const { server, worker } = await smtpWorker(...Array<Fault>(maxAttempts).fill('defer'));
    for (let due = await worker.nextDueAt(); due !== null; due = await worker.nextDueAt()) {
      house.clock.moveTo(due);
      await worker.runDue();
    }
    expect(server.recipients).toHaveLength(maxAttempts);
    expect(await find(mail.id)).toMatchObject({ state: 'failed' });
    expect(await jobs()).toMatchObject([{ state: 'failed' }]);
  });

  describe('that the server refused for good', () => {
    let mail: Mail;
    let server: MailServer;
    let worker: Worker;
    beforeEach(async () => {
      mail = await post();
      ({ server, worker } = await smtpWorker('refuse'));
      await worker.runDue();
    });
    const resend = (...mails: Sent<typeof resendMails>['mails']) => house.perform(resendMails, { mails });

    it('is listed as failed, and not tried again', async () => {
      const failed = await house.get(MailQuery).list(house.compilationId, { state: 'failed' });
      expect(failed).toMatchObject([{ id: mail.id, address: 'liaison@example.org' }]);
      expect(await worker.nextDueAt()).toBeNull();
    });

    it('can be sent again to a corrected address, with its Message-ID', async () => {
      await resend({ id: mail.id, address: 'office@example.org' });
      await worker.runDue();
      expect(server.received.map((received) => received.recipients)).toEqual([['office@example.org']]);
      expect(headersOf(server.received[0].content)['message-id']).toBe(mail.messageId);
    });

    it('is not sent again twice', async () => {
      await resend({ id: mail.id });
      await expect(resend({ id: mail.id })).rejects.toMatchObject({ code: 'mail-not-failed' });
    });

    it('is not sent again to what is no address', async () => {
      await expect(resend({ id: mail.id, address: '甲, 乙' })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    });
  });
});
