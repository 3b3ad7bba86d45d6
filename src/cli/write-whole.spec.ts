import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from './write-whole.js';

describe('a file that a command writes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-write-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function* pieces(...texts: (string | Error)[]): AsyncGenerator<string> {
    for (const text of texts) {
      if (text instanceof Error) throw text;
      yield text;
    }
  }

  it('holds everything, in place of what stood there', async () => {
    const file = join(folder, 'a.csv');
    await writeFile(file, '旧');
    await writeWhole(file, pieces('一', '二'));
    expect(await readFile(file, 'utf8')).toBe('一二');
    expect(await readdir(folder)).toEqual(['a.csv']);
  });

  it('is not there in half when the content breaks off; what stood there stays', async () => {
    const file = join(folder, 'a.csv');
    await writeFile(file, '旧');
    await expect(writeWhole(file, pieces('一', new Error('断了')))).rejects.toThrow('断了');
    expect(await readFile(file, 'utf8')).toBe('旧');
    expect(await readdir(folder)).toEqual(['a.csv']);
  });

  it('is not there in half when the disk is full, and the person is told', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const writing = writeWhole(join(folder, 'a.csv'), pieces('一', full));
    await expect(writing).rejects.toMatchObject({
      code: 'cannot-write',
      userMessage: expect.stringContaining('磁盘空间不足') as string,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['nowhere/a.csv', '文件夹不存在'],
    ['.', '文件夹'],
  ])('cannot be %s: the person is told why', async (name, why) => {
    await expect(writeWhole(join(folder, name), pieces('一'))).rejects.toMatchObject({
      userMessage: expect.stringContaining(why) as string,
    });
  });
});
