import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServerKey, ServerKeyDamaged } from './server-key.js';

describe('the server key', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-key-'));
    file = join(folder, 'data', 'server.key');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for this user alone, and read again at the next start', async () => {
    const made = await readServerKey(file);
    expect(made).toHaveLength(32);
    expect(await readServerKey(file)).toEqual(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['server.key']);
  });

  it('is one and the same for processes that start at the same moment', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => readServerKey(file)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(keys[0].toString('hex'));
  });

  it.each([
    ['', '空文件'],
    ['\n', '空文件'],
    ['1234', '4个字符'],
    ['g'.repeat(64), '64个字符'],
    ['0'.repeat(63), '63个字符'],
    ['0'.repeat(128), '128个字符'],
  ])('that reads %j is refused with what to do, and left as it is', async (content, found) => {
    await readServerKey(file);
    await writeFile(file, content);
    const refusal = await readServerKey(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ServerKeyDamaged);
    expect((refusal as ServerKeyDamaged).userMessage).toContain(found);
    expect((refusal as ServerKeyDamaged).userMessage).toContain('从备份恢复');
    expect(await readFile(file, 'utf8')).toBe(content);
  });
});
