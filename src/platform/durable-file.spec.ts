import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, StorageFailure, storageFailureOf, writeWholeFile } from './durable-file.js';

describe('a file written whole', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-whole-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function* breaking(code: string) {
    yield await Promise.resolve('half');
    throw Object.assign(new Error('in English'), { code });
  }

  it('is not there when writing broke off, and nothing else is left', async () => {
    const file = join(folder, 'a');
    await expect(writeWholeFile(file, breaking('ENOSPC'))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves what stood there until it is whole', async () => {
    const file = join(folder, 'a');
    await writeFile(file, 'before');
    await expect(writeWholeFile(file, breaking('EIO'))).rejects.toThrow();
    expect(await readFile(file, 'utf8')).toBe('before');
    expect(await writeWholeFile(file, ['af', 'ter'])).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('after');
  });

  it('written by many at once is one of theirs, and not over what is there unless told', async () => {
    const file = join(folder, 'a');
    const contents = ['1', '2', '3', '4'].map((digit) => digit.repeat(100_000));
    const placed = await Promise.all(
      contents.map((text) => writeWholeFile(file, text, { overwrite: false })),
    );
    expect(placed.filter(Boolean)).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toBe(contents[placed.indexOf(true)]);
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('stands in folders that are made on the way', async () => {
    await makeFolder(join(folder, 'b', 'c'));
    await makeFolder(join(folder, 'b', 'c'));
    await writeWholeFile(join(folder, 'b', 'c', 'd'), new Uint8Array([1]));
    expect(await readdir(join(folder, 'b', 'c'))).toEqual(['d']);
  });

  it('tells in Chinese why it could not be written', () => {
    const full = storageFailureOf(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    expect(full).toBeInstanceOf(StorageFailure);
    expect((full as StorageFailure).userMessage).toBe('磁盘已满，没有保存；请稍候再试，或者告诉管理员。');
    const other = new Error('boom');
    expect(storageFailureOf(other)).toBe(other);
  });
});
