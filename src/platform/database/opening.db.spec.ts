import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Mail, OutboxRow } from '../../outbox/index.js';
import { checkSqliteFile } from './background-check.js';
import { Database } from './database.js';

describe('a database that this program must not work on', () => {
  let files: TestDatabase;
  beforeEach(async () => {
    files = await createTestDatabase();
    const database = new Database(files.url, [OutboxRow, Mail], true);
    await database.open();
    await database.write(async (tx) => {
      for (let row = 0; row < 500; row++) await tx.query(`INSERT INTO write_lock (id) VALUES ('row ${row}')`);
    });
    await database.close();
  });
  afterEach(() => files.remove());

  const refusal = async (url = files.url): Promise<{ code: string; userMessage: string }> => {
    const database = new Database(url, [OutboxRow, Mail]);
    return database.open().then(
      () => {
        throw new Error('it was opened');
      },
      (error: unknown) => error as { code: string; userMessage: string },
    );
  };
  const overwrite = async (at: number, bytes: Buffer) => {
    const file = await open(files.url.slice('sqlite:'.length), 'r+');
    await file.write(bytes, 0, bytes.length, at);
    await file.close();
  };
  const writeLockPage = async (database: Database): Promise<number> => {
    const [{ rootpage }] = await database.read((reader) =>
      reader.query<{ rootpage: number }[]>("SELECT rootpage FROM sqlite_master WHERE name = 'write_lock'"),
    );
    return rootpage;
  };
  const isSqlite = () => files.url.startsWith('sqlite:');

  it('because a later version wrote it', async () => {
    const database = new Database(files.url, [OutboxRow, Mail]);
    await database.open();
    await database.write((tx) =>
      tx.query(`INSERT INTO migrations (timestamp, name) VALUES (1700000000099, 'Later1700000000099')`),
    );
    await database.close();
    const { code, userMessage } = await refusal();
    expect(code).toBe('database-newer');
    expect(userMessage).toContain('Later1700000000099');
    expect(userMessage).toContain('请改用该版本或者更新版本的程序');
  });

  it('because a page of it is damaged', async () => {
    if (!isSqlite()) return;
    const database = new Database(files.url, [OutboxRow, Mail]);
    await database.open();
    const rootPage = await writeLockPage(database);
    await database.close();
    await overwrite((rootPage - 1) * 4096, Buffer.alloc(4096, 0xa5));
    const { code, userMessage } = await refusal();
    expect(code).toBe('database-corrupt');
    expect(userMessage).toBe('数据库文件已损坏，未启动。请停止使用该文件，以最近的备份恢复后再启动。');
  });

  it('a page that went bad later is found beside the work, and by whoever asks', async () => {
    if (!isSqlite()) return;
    const database = new Database(files.url, [OutboxRow, Mail]);
    await database.open();
    expect(await database.check('integrity_check')).toEqual([]);
    const file = files.url.slice('sqlite:'.length);
    const rootPage = await writeLockPage(database);
    await database.close();
    await overwrite((rootPage - 1) * 4096, Buffer.alloc(4096, 0xa5));
    expect(await checkSqliteFile(file, 'quick_check')).not.toEqual([]);
  });

  it('because it is no database', async () => {
    if (!isSqlite()) return;
    await overwrite(0, Buffer.alloc(100, 0x41));
    expect((await refusal()).code).toBe('database-corrupt');
  });

  it('because its folder is none', async () => {
    await writeFile(join(files.dataFolder, 'file'), '');
    if (!isSqlite()) return;
    const { code, userMessage } = await refusal(`sqlite:${join(files.dataFolder, 'file', 'test.db')}`);
    expect(code).toBe('database-missing');
    expect(userMessage).toContain('请检查数据文件夹是否存在');
  });

  it('because nobody answers there, or not to us', async () => {
    const nobody = await refusal('postgres://nobody:none@127.0.0.1:1/none');
    expect(nobody.userMessage).toContain('请检查数据库是否在运行');
    if (isSqlite()) return;
    const missing = await refusal(files.url.replace(/\/[^/]+$/, '/no_such_database'));
    expect(missing.code).toBe('database-closed-to-us');
  });
});
