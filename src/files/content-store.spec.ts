import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSweep } from './file-sweep.js';
import { ContentStore } from './content-store.js';

// Published test vectors for "abc": FIPS 180-4 and GB/T 32905-2016, appendix A.1.
const abc = {
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  size: 3,
};

let folder: string;
let store: ContentStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  store = new ContentStore(join(folder, 'files'));
});

const pathOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256);

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('stored content', () => {
  it('is known by its SHA-256 and SM3 digests and its size', async () => {
    expect(await store.put(Buffer.from('abc'))).toEqual(abc);
  });

  it('comes back as it was put, from bytes and from a stream alike', async () => {
    async function* pieces() {
      yield Buffer.from('a');
      yield Buffer.from('bc');
    }
    expect(await store.put(pieces())).toEqual(abc);
    expect((await store.read(abc.sha256)).toString()).toBe('abc');
    expect((await collect(store.stream(abc.sha256))).toString()).toBe('abc');
  });

  it('may be empty', async () => {
    const { sha256, size } = await store.put(new Uint8Array());
    expect(size).toBe(0);
    expect(await store.read(sha256)).toHaveLength(0);
  });

  it('is kept once however often it is put, also at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.put(Buffer.from('abc'))));
    expect(readdirSync(join(folder, 'files'))).toEqual(['ba']);
    expect(readdirSync(join(folder, 'files', 'ba'))).toEqual([abc.sha256]);
  });

  it('leaves nothing behind when its source fails', async () => {
    async function* broken() {
      yield Buffer.from('a');
      throw new Error('上传中断');
    }
    await expect(store.put(broken())).rejects.toThrow('上传中断');
    expect(readdirSync(join(folder, 'files'))).toEqual([]);
  });

  it('is not handed out when it was changed on disk', async () => {
    await store.put(Buffer.from('abc'));
    writeFileSync(pathOf(abc.sha256), 'abd');
    await expect(store.read(abc.sha256)).rejects.toThrow('内容已被改动');
    await expect(collect(store.stream(abc.sha256))).rejects.toThrow('内容已被改动');
  });

  it('is healed when the right bytes are put again', async () => {
    await store.put(Buffer.from('abc'));
    writeFileSync(pathOf(abc.sha256), 'abd');
    await store.put(Buffer.from('abc'));
    expect((await store.read(abc.sha256)).toString()).toBe('abc');
  });

  it('says when it is missing', async () => {
    expect(await store.exists(abc.sha256)).toBe(false);
    await expect(store.read(abc.sha256)).rejects.toThrow('缺少文件');
    await expect(collect(store.stream(abc.sha256))).rejects.toThrow('缺少文件');
    await store.put(Buffer.from('abc'));
    expect(await store.exists(abc.sha256)).toBe(true);
  });

  it('is said to lack what a row names by something that is no digest', async () => {
    const named = () => Promise.resolve([{ compilationId: 'c', sha256: '../x', size: 1 }]);
    for (const depth of ['present', 'whole'] as const) {
      const sweep = await FileSweep.over({} as never, [{ title: '签署页', named }] as never, store);
      await sweep.run(depth);
      expect(sweep.findings).toEqual([{ title: '签署页', sha256: '../x', fault: 'missing' }]);
    }
  });

  it('cannot be asked for by anything but a digest', async () => {
    await expect(store.read('../../etc/passwd')).rejects.toThrow('not a SHA-256 digest');
  });
});
