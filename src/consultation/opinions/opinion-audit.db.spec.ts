import { type EntityManager } from 'typeorm';
import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { secretary } from '../../../test/support/test-house.js';
import { VerifyLedgerQuery } from '../../compilation/index.js';
import { Unit } from '../../directory/index.js';
import { Acts, WorkflowInstance } from '../../engine/index.js';
import { LedgerHead } from '../../ledger/index.js';
import { Mail } from '../../outbox/index.js';
import { Opinion } from './opinion.entity.js';

const mailTo = (id: string, dueAt: number) => ({
  template: 'test',
  recipient: { id, name: '值班员', address: `${id}@example.org` },
  view: {},
  key: id,
  dueAt,
});

/** What somebody with access to the database, and not to the house, does to it. */
describe('the ledger, held against a database that was changed by hand', () => {
  let office: ConsultationOffice;
  beforeAll(async () => {
    office = await openConsultationOffice();
    await office.receive('建议明确责任单位。');
    await office.receive('建议增加标准化内容。');
    const order = { compilationId: office.compilationId, actor: secretary, type: 'mail.tested' };
    await office.get(Acts).perform(order, (act) => act.post(['a', 'b'].map((id) => mailTo(id, act.now))));
  });
  afterAll(() => office.close());

  const verdict = () => office.get(VerifyLedgerQuery).execute(office.compilationId);
  /** Changes something, verifies, and puts it back. */
  async function after(tamper: (tx: EntityManager) => Promise<unknown>) {
    const undone = new Error('undone');
    let seen: Awaited<ReturnType<typeof verdict>> | undefined;
    const tampering = office.database.write(async (tx) => {
      await tamper(tx);
      seen = await verdict();
      throw undone;
    });
    await expect(tampering).rejects.toBe(undone);
    return seen!;
  }
  const first = (tx: EntityManager) => tx.findOneByOrFail(Opinion, { sequence: 1 });

  it('finds nothing when nothing was changed', async () => {
    expect(await verdict()).toMatchObject({ ok: true, rows: { findings: [] } });
  });

  it('names a row whose list was made unreadable, and goes on with the others', async () => {
    const { ok, rows } = await after(async (tx) => {
      await tx.update(Opinion, { id: (await first(tx)).id }, { content: '完全赞成。' });
      return tx.query(`UPDATE draft_version SET findings = '[坏'`);
    });
    expect([ok, rows.findings]).toEqual([
      false,
      expect.arrayContaining([
        expect.stringContaining('的内容已被改坏，无法读取'),
        expect.stringMatching(/^意见2021-0001的内容与登记时/),
      ]),
    ]);
  });

  it('names a unit that was slipped into the roster', async () => {
    const { ok, rows } = await after(async (tx) => {
      const [known] = await tx.find(Unit, { take: 1 });
      return tx.insert(Unit, { ...known, id: 'unit-of-nobody', key: 'unit-of-nobody', name: '市某某局' });
    });
    expect([ok, rows.findings]).toEqual([false, ['单位“市某某局”没有登记的台账']]);
  });

  it('names an opinion whose text was changed', async () => {
    const { ok, rows } = await after(async (tx) =>
      tx.update(Opinion, { id: (await first(tx)).id }, { content: '完全赞成。' }),
    );
    expect(ok).toBe(false);
    expect(rows.findings).toContainEqual(expect.stringMatching(/^意见2021-0001的内容与登记时/));
  });

  it('finds one changed together with its own digest, one that is gone, and one slipped in', async () => {
    const rewritten = await after(async (tx) =>
      tx.update(
        Opinion,
        { id: (await first(tx)).id },
        { content: 'x', contentDigest: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' },
      ),
    );
    expect(rewritten.rows.findings).toContainEqual(expect.stringContaining('在登记簿中被改动'));
    const gone = await after(async (tx) => tx.delete(Opinion, { id: (await first(tx)).id }));
    expect(gone.rows.findings).toContainEqual(expect.stringContaining('登记意见1条，登记簿中有0条'));
    const slipped = await after(async (tx) => {
      const row = await first(tx);
      await tx.insert(Opinion, { ...row, id: '0', number: '2021-9999', sequence: 9999, submissionKey: null });
    });
    expect(slipped.rows.findings).toContain('意见2021-9999没有登记的台账');
  });

  it('finds a compilation that was set to another state', async () => {
    const { ok, replay } = await after((tx) =>
      tx.update(WorkflowInstance, { id: office.compilationId }, { state: 'published' }),
    );
    expect(ok).toBe(false);
    expect(replay.differing).toEqual([office.compilationId]);
  });

  it.each([{ definition: 'obligation@1' }, { changedAt: 1 }])(
    'finds one that is said to be of another plan, or to stand where it does since another day (%j)',
    async (change) => {
      const { replay } = await after((tx) =>
        tx.update(WorkflowInstance, { id: office.compilationId }, change),
      );
      expect(replay.differing).toEqual([office.compilationId]);
    },
  );

  it('finds a head that counts more entries than there are', async () => {
    const { firstBad } = await after((tx) =>
      tx.increment(LedgerHead, { compilationId: office.compilationId }, 'seq', 1),
    );
    expect(firstBad).toMatchObject({ kind: 'truncation' });
  });

  it('finds a mail that is gone, and one turned to another recipient', async () => {
    const one = async (tx: EntityManager) => (await tx.find(Mail, { take: 1 }))[0].id;
    const gone = await after(async (tx) => tx.delete(Mail, { id: await one(tx) }));
    expect(gone.rows.findings).toEqual([expect.stringMatching(/所记邮件\d+封，登记中有\d+封/)]);
    const slipped = await after(async (tx) => {
      const [mail] = await tx.find(Mail, { take: 1 });
      await tx.insert(Mail, { ...mail, id: 'z', messageId: '<z@bianzhi.mail>' } as never);
    });
    expect(slipped.rows.findings).toEqual(['邮件登记中有1封没有登记的台账']);
    const turned = await after(async (tx) => tx.update(Mail, { id: await one(tx) }, { recipientId: 'x' }));
    expect(turned.rows.findings).toEqual([expect.stringContaining('在登记中被改动')]);
  });
});
