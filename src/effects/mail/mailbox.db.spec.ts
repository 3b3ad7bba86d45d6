import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openHouse, secretary, type TestHouse } from '../../../test/support/test-house.js';
import { CompilationQuery, mailHeading } from '../../compilation/index.js';
import { Worker } from '../../worker/index.js';
import { MailboxQuery, TestMailUseCase } from '../index.js';

describe('the development mailbox', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const send = async (address: string): Promise<string> => {
    const { compilationId } = house;
    const heading = mailHeading(await house.get(CompilationQuery).only(compilationId));
    const { mailId } = await house
      .get(TestMailUseCase)
      .execute(compilationId, secretary, heading, { address });
    await house.get(Worker).runDue();
    return mailId;
  };
  const list = (recipient?: string) =>
    house.get(MailboxQuery).list(house.compilationId, { recipient, limit: 10 });

  it('finds a mail by a part of its address, and takes no sign for a wildcard', async () => {
    await send('first_one@example.org');
    await send('second@example.org');
    const addresses = async (recipient?: string) => (await list(recipient)).lines.map((line) => line.address);
    expect(await addresses()).toEqual(['second@example.org', 'first_one@example.org']);
    expect(await addresses('second@')).toEqual(['second@example.org']);
    expect(await addresses('%')).toHaveLength(2);
    expect(await addresses('nobody')).toEqual([]);
  });

  it('shows a mail as its file holds it', async () => {
    const id = await send('trial@example.org');
    const mail = await house.get(MailboxQuery).one(house.compilationId, id);
    expect(mail.text).toContain('收到本邮件，表明编制台的邮件可以送达本信箱');
    expect(mail.html).toContain('<h1');
    expect(mail.calendar).toBeNull();
    expect(mail.source.toString()).toContain('X-Bianzhi-Template: test');
  });

  it('says so when the file of a mail is gone', async () => {
    const id = await send('trial@example.org');
    await rm(join(house.config.dataFolder, 'mail'), { recursive: true });
    await expect(house.get(MailboxQuery).one(house.compilationId, id)).rejects.toThrow('找不到邮件文件');
  });

  it('is closed when mails go to a server', async () => {
    const config = { ...house.config, smtpUrl: 'smtp://127.0.0.1:25' };
    const mailbox = new MailboxQuery(house.database, config);
    await expect(mailbox.list(house.compilationId, { limit: 10 })).rejects.toThrow('不留存');
    await expect(mailbox.one(house.compilationId, 'any')).rejects.toThrow('不留存');
  });
});
