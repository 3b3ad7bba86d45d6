import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntityManager } from 'typeorm';
import { VerifyLedgerQuery } from '../../src/compilation/index.js';
import { opinionAudit } from '../../src/consultation/index.js';
import { draftAudit } from '../../src/drafts/index.js';
import { type AuditedTable, auditRows, Ports } from '../../src/engine/index.js';
import { entities } from '../../src/entities.js';
import { ContentStore } from '../../src/files/index.js';
import { LedgerQuery, verifyLedgerFile } from '../../src/ledger/index.js';
import { submissionAudit } from '../../src/materials/index.js';
import { verifyPacket } from '../../src/packet/index.js';
import { Database } from '../../src/platform/index.js';
import { headersOf } from '../support/eml.js';
import {
  anotherValue,
  anyRow,
  auditedTables,
  forgetDigests,
  keyed,
  madeUp,
  whileTampered,
} from '../support/tampering.js';
import { type Rehearsed, rehearseInZone, rehearseSmall } from '../support/rehearsed.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { implementationScheme2021 } from '../../workflows/implementation-scheme-2021/index.js';

/** A year takes some seconds; on a busy machine it may take minutes. */
const patienceMs = 600_000;

declare const testDatabaseKind: 'sqlite' | 'postgres';

/** Tables that the story has no use for. */
const unusedInTheYear = ['撤回的记录', '期限变更', '延期申请', '会议规则'];

const versions = ['初稿', '征求意见稿', '论证稿', '送审稿', '报批稿', '发布稿'];

describe('a rehearsal of the year', () => {
  let kept: TestDatabase;
  let played: Rehearsed;
  let mails: Record<string, string>[];
  beforeAll(async () => {
    kept = await createTestDatabase();
    played = await rehearseSmall({ databaseUrl: kept.url });
    const files = await readdir(join(played.out, 'mail'));
    mails = await Promise.all(files.map(async (file) => headersOf(await played.read(join('mail', file)))));
  }, patienceMs);
  afterAll(async () => {
    await played.remove();
    await kept.remove();
  });

  it('ends published', () => {
    const { workflow, finalState, steps } = played.summary;
    expect(workflow).toBe('implementation-scheme-2021@1');
    expect(finalState).toBe('published');
    expect(steps.at(-1)).toMatchObject({
      event: 'publishScheme',
      state: 'published',
      draftVersion: '发布稿',
    });
  });

  it('takes every step of the main line, a second expert review and a returned packet', () => {
    const taken = played.summary.steps.map(({ event }) => event);
    expect(taken).toEqual(expect.arrayContaining([...implementationScheme2021.mainLine]));
    expect(taken).toEqual(expect.arrayContaining(['requireSecondReview', 'returnPacket']));
    expect(taken.filter((event) => event === 'submitPacket')).toHaveLength(2);
  });

  it('goes through every draft version in its order and skips none', () => {
    const visited = played.summary.steps.map(({ draftVersion }) => draftVersion).filter(Boolean);
    expect([...new Set(visited)]).toEqual(versions);
    const places = visited.map((version) => versions.indexOf(version ?? ''));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('settles what every unit owes, and disposes of every opinion in one of five ways', () => {
    const { obligations, opinions } = played.summary;
    expect(obligations.owed).toBe(24);
    expect(obligations.accepted + obligations.waived).toBe(obligations.owed);
    const { total, ...dispositions } = opinions;
    expect(total).toBeGreaterThan(12);
    expect(Object.values(dispositions).reduce((sum, count) => sum + count)).toBe(total);
  });

  it('was refused where a gate was not met, and says why in the report', async () => {
    expect(played.summary.refusals).toBeGreaterThanOrEqual(5);
    expect(await played.read('report.html')).toContain('家单位');
  });

  it('leaves a ledger whose file verifies without the database', async () => {
    const { ledger } = played.summary;
    expect(await verifyLedgerFile(join(played.out, 'ledger.ndjson'))).toEqual({
      ok: true,
      entries: ledger.entries,
      head: ledger.head,
      firstBad: null,
      anchoredTo: null,
    });
  });

  it('leaves snapshots that replaying the ledger arrives at, and rows as it says', async () => {
    const database = new Database(kept.url, entities);
    await database.open();
    const [{ compilationId }] = await entriesOf(played);
    const ports = new Ports();
    ports.addRowAudits(opinionAudit, submissionAudit, draftAudit);
    ports.addAuditedTables(...auditedTables);
    const verdict = await new VerifyLedgerQuery(
      new LedgerQuery(database),
      database,
      ports,
      new ContentStore(played.out),
    ).execute(compilationId);
    await database.close();
    expect(verdict).toMatchObject({
      ok: true,
      replay: { ok: true, differing: [] },
      rows: { findings: [], uncompared: [] },
    });
    expect(verdict.replay.compared).toBeGreaterThan(1 + 2 * 24 + 12);
  });

  describe('whose rows are changed by hand afterwards', () => {
    let database: Database;
    let compilationId: string;
    beforeAll(async () => {
      database = new Database(kept.url, entities);
      await database.open();
      [{ compilationId }] = await entriesOf(played);
    });
    afterAll(() => database.close());

    const found = async (table: AuditedTable, tamper: (tx: EntityManager) => Promise<unknown>) =>
      whileTampered(database, tamper, async (tx) => {
        const { findings, uncompared } = await auditRows(tx, [], [table], compilationId);
        return [...findings, ...uncompared];
      });

    it.each(auditedTables.map((table) => [table.title, table] as const))(
      '%s: a changed row, a removed one and one slipped in are found',
      async (title, table) => {
        const row = await database.read((reader) => anyRow(reader, table, compilationId));
        expect(row === undefined).toBe(unusedInTheYear.includes(title));
        // There is one compilation, and the row of another would not be its own.
        if (table.belongsBy !== 'id') {
          const slippedIn = await found(table, (tx) =>
            tx.insert(table.entity, madeUp(tx, table, compilationId)),
          );
          expect(slippedIn).toEqual([expect.stringContaining(title)]);
        }
        if (row === undefined) return;
        expect(
          await found(table, (tx) =>
            tx.update(table.entity, keyed(tx, table, row), anotherValue(tx, table, row)),
          ),
        ).toEqual([expect.stringMatching(new RegExp(`^${title}.*与第\\d+号台账所记不符$`))]);
        expect(await found(table, (tx) => tx.delete(table.entity, keyed(tx, table, row)))).toEqual([
          expect.stringMatching(new RegExp(`^第\\d+号台账所记的${title}（标识.*）不在库中$`)),
        ]);
      },
    );
  });

  it('whose ledger is older than the digests verifies, and what could not be compared is said', async () => {
    const database = new Database(kept.url, entities);
    await database.open();
    const [{ compilationId }] = await entriesOf(played);
    const verdict = await whileTampered(database, forgetDigests, (tx) =>
      auditRows(tx, [], auditedTables, compilationId),
    );
    await database.close();
    expect(verdict).toMatchObject({ ok: true, findings: [] });
    expect(verdict.uncompared).toEqual(
      expect.arrayContaining(['会议3处', expect.stringMatching(/^意见\d+处$/)]),
    );
  });

  it('leaves a packet that verifies, with its four parts', async () => {
    const verdict = await verifyPacket(await readFile(join(played.out, 'packet.zip')));
    expect(verdict).toMatchObject({ ok: true, missing: [], added: [], changed: [] });
    expect(verdict.sha256).toBe(played.summary.packet?.sha256);
  });

  it('writes nobody’s name and nobody’s address into the ledger', async () => {
    const ledger = await played.read('ledger.ndjson');
    expect(ledger).not.toMatch(/[\w.-]+@[\w-]+\.\w+/);
    expect(ledger).not.toContain('推演市民');
    const shared = ['tables/disposition.csv', 'tables/disposition.html', 'report.html'];
    for (const file of shared) expect(await played.read(file)).not.toContain('推演市民');
  });

  it('writes each mail to one recipient, with a template and an id of its own', () => {
    const { total, byTemplate } = played.summary.mails;
    expect(mails).toHaveLength(total);
    for (const mail of mails) {
      expect(mail.to).toMatch(/^[^,;<>@]+ <[\w.-]+@example\.org>$/);
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
      expect(mail['message-id']).toMatch(/^<[0-9a-f-]{36}@bianzhi\.mail>$/);
    }
    expect(new Set(mails.map((mail) => mail['message-id'])).size).toBe(total);
    const counted: Record<string, number> = {};
    for (const { 'x-bianzhi-template': template } of mails) counted[template] = (counted[template] ?? 0) + 1;
    expect(counted).toEqual(byTemplate);
  });

  it('dates each mail with the simulated instant of sending, none outside the year it plays', () => {
    const sent = mails.map(({ date }) => Date.parse(date));
    expect(Math.min(...sent)).toBe(Date.parse('2021-06-25T09:30:00+08:00'));
    expect(Math.max(...sent)).toBeLessThan(Date.parse('2021-12-31T00:00:00+08:00'));
  });

  it(
    'is the same bytes for the same seed, on either database, wherever the machine thinks it is',
    async () => {
      const again = await rehearseInZone('America/New_York');
      expect(await again.digests()).toEqual(await played.digests());
      await again.remove();
    },
    patienceMs,
  );

  // Chance knows no database: once is enough.
  if (testDatabaseKind === 'sqlite') {
    it(
      'with another seed is another year, to the same end',
      async () => {
        const other = await rehearseSmall({ seed: 2 });
        expect(other.summary.finalState).toBe('published');
        expect(other.summary.ledger.head).not.toBe(played.summary.ledger.head);
        expect(other.summary.mails).not.toEqual(played.summary.mails);
        await other.remove();
      },
      patienceMs,
    );
  }
});

async function entriesOf(played: Rehearsed): Promise<{ compilationId: string }[]> {
  const lines = (await played.read('ledger.ndjson')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as { compilationId: string });
}
