import { copyFile } from 'node:fs/promises';
import fc from 'fast-check';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { entities } from '../src/entities.js';
import { cleanText, Database, insertRows, sha256 } from '../src/platform/index.js';
import { createTable } from '../src/platform/database/migrations/schema.js';
import { type ApiDocument, type Operation, operationsOf, pathWith } from './support/api-description.js';
import { type HttpHouse, openHttpHouse } from './support/http-house.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

declare const testDatabaseKind: 'sqlite' | 'postgres';

@Entity('note')
class Note {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'text' })
  body!: string;
}

describe('a database', () => {
  let files: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    files = await createTestDatabase();
    database = new Database(files.url, [...entities, Note]);
    await database.open();
    await database.write(async (tx) => {
      await createTable(tx.queryRunner!, 'note', { id: 'key', body: 'text', kept: 'text?' });
    });
  });
  afterAll(async () => {
    await database.close();
    await files.remove();
  });
  const query = <Row>(sql: string) => database.read((reader) => reader.query<Row[]>(sql));

  it('gives every text back with the digest it was stored with', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { numRuns: 10_000, seed: 1 });
    const rows = texts.flatMap((text, index) => {
      const body = cleanedOrRefused(text);
      return body === null ? [] : [{ id: `n${index}`, body }];
    });
    expect(rows.length).toBeGreaterThan(5000);
    await database.write((tx) => insertRows(tx, Note, rows));
    const stored = await database.read((reader) => reader.find(Note, { select: { id: true, body: true } }));
    const digests = new Map(stored.map(({ id, body }) => [id, sha256(body)]));
    expect(rows.filter(({ id, body }) => digests.get(id) !== sha256(body))).toEqual([]);
  });

  it('finds nothing by an id that is missing, instead of the first row', async () => {
    const first = () => database.read((reader) => reader.findOneBy(Note, { id: undefined }));
    await expect(first()).rejects.toThrow(/undefined/);
  });

  it('keeps a column that no entity knows: nothing synchronises the schema', async () => {
    await database.write((tx) => tx.query(`INSERT INTO note (id, body, kept) VALUES ('k', '', '在')`));
    const other = new Database(files.url, [...entities, Note]);
    await other.open();
    await other.close();
    expect(await query(`SELECT kept FROM note WHERE id = 'k'`)).toEqual([{ kept: '在' }]);
  });

  it('has no column whose type would reorder JSON or shift an instant between time zones', async () => {
    const types = await columnTypes();
    expect(types.length).toBeGreaterThan(100);
    const doubtful = types.filter(({ type }) => /json|date|time/i.test(type));
    expect(doubtful.filter(({ table }) => table !== 'migrations')).toEqual([]);
  });

  async function columnTypes(): Promise<{ table: string; type: string }[]> {
    if (testDatabaseKind === 'postgres') {
      return query(`SELECT table_name AS "table", data_type AS type FROM information_schema.columns
                    WHERE table_schema = 'public'`);
    }
    return query(`SELECT m.name AS "table", c.type FROM sqlite_master m, pragma_table_info(m.name) c
                  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`);
  }

  if (testDatabaseKind === 'sqlite') {
    it('waits for the disk at every commit, on an SQLite that cannot corrupt its log', async () => {
      const pragma = (name: string) => database.write((tx) => tx.query<object[]>(`PRAGMA ${name}`));
      expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }]);
      expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      const [{ version }] = await query<{ version: string }>('SELECT sqlite_version() AS version');
      const [major, minor, patch] = version.split('.').map(Number);
      expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
    });

    it('that was closed is one file, which holds everything when copied', async () => {
      const whole = await createTestDatabase();
      const first = new Database(whole.url, [Note]);
      await first.open();
      await first.write(async (tx) => {
        await createTable(tx.queryRunner!, 'note', { id: 'key', body: 'text' });
        await tx.insert(Note, { id: 'a', body: '质量' });
      });
      await first.close();
      const file = whole.url.slice('sqlite:'.length);
      await copyFile(file, `${file}.copy`);
      const copy = new Database(`sqlite:${file}.copy`, [Note]);
      await copy.open();
      expect(await copy.read((reader) => reader.find(Note))).toMatchObject([{ id: 'a', body: '质量' }]);
      await copy.close();
      await whole.remove();
    });
  }
});

/** Null for what {@link cleanText} refuses: it never reaches the database. */
function cleanedOrRefused(text: string): string | null {
  try {
    return cleanText(text, '文字');
  } catch {
    return null;
  }
}

describe('a read over HTTP', () => {
  let house: HttpHouse;
  let reads: Operation[];
  beforeAll(async () => {
    house = await openHttpHouse();
    const described = (await house.call<ApiDocument>('/api/openapi.json')).json;
    reads = operationsOf(described).filter(({ method, path }) => method === 'GET' && path.includes('{'));
  });
  afterAll(() => house.close());

  /** Addresses of all reads with an id in each place that `known` does not fill. */
  const addresses = (id: string, known: Record<string, string>, among = reads): string[] =>
    among.map(({ path, query }) => {
      const required = query.filter((field) => field.required).map((field) => `${field.name}=x`);
      return `${pathWith(path, known, encodeURIComponent(id))}?${required.join('&')}`;
    });

  it.each(['undefined', 'null', '{}', '[]', '[object Object]', "' OR 1=1 --", '%00', '..'])(
    'of the id %s finds nothing, never the first there is',
    async (id) => {
      const found: string[] = [];
      const { compilationId } = house;
      const deeper = reads.filter(({ path }) => path.split('{').length > 2);
      for (const address of [...addresses(id, {}), ...addresses(id, { compilationId }, deeper)]) {
        const { status, text } = await house.call(address);
        if (![400, 404].includes(status)) found.push(`${status} ${address} ${text.slice(0, 100)}`);
      }
      expect(found).toEqual([]);
    },
  );

  it('changes nothing, however often a mail scanner follows the links', async () => {
    const state = () =>
      house.database.read((reader) =>
        reader.query<object[]>('SELECT seq, hash, (SELECT count(*) FROM outbox) AS jobs FROM ledger_head'),
      );
    const before = await state();
    for (const address of addresses('unknown', { compilationId: house.compilationId })) {
      for (const method of ['GET', 'HEAD']) await (await fetch(house.url + address, { method })).text();
    }
    expect(await state()).toEqual(before);
  });
});
