import { strFromU8, unzipSync } from 'fflate';
import { dosDateTime } from './zip-directory.js';
import { type ZipEntry, zipStream } from './zip-stream.js';

const at = Date.UTC(2021, 11, 8, 1, 2, 3);

async function archive(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream(entries, at)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length);
}

describe('a ZIP archive', () => {
  it('gives back every entry in the order given', async () => {
    const long = '质量强国'.repeat(100_000);
    const bytes = await archive([
      { name: '01报批稿.docx', content: '甲' },
      { name: '附件/空.txt', content: new Uint8Array() },
      { name: '长.txt', content: pieces(long, 999) },
    ]);
    const read = unzipSync(bytes);
    expect(Object.keys(read)).toEqual(['01报批稿.docx', '附件/空.txt', '长.txt']);
    expect(strFromU8(read['01报批稿.docx'])).toBe('甲');
    expect(strFromU8(read['长.txt'])).toBe(long);
  });

  it('has the same bytes for the same content, however the content comes in pieces', async () => {
    const text = '意见'.repeat(200_000);
    const one = await archive([{ name: 'a', content: text }]);
    const two = await archive([{ name: 'a', content: pieces(text, 7_777) }]);
    expect(one.equals(two)).toBe(true);
  });

  it('marks every name as UTF-8', async () => {
    const bytes = await archive([{ name: '目录.txt', content: 'x' }]);
    expect(bytes.readUInt16LE(6) & 0x0800).toBe(0x0800);
    expect(bytes.readUInt16LE(bytes.indexOf('PK\u0001\u0002') + 8) & 0x0800).toBe(0x0800);
  });

  it('keeps its names in unzip, which does not trust UTF-8 names of archives made on FAT', async () => {
    const bytes = await archive([{ name: '目录.txt', content: 'x' }]);
    const record = bytes.indexOf('PK\u0001\u0002');
    expect(bytes[record + 5]).toBe(3);
    expect(bytes.readUInt32LE(record + 38) >>> 16).toBe(0o100644);
  });

  it('dates every entry with the given instant in Shanghai time', () => {
    const { date, time } = dosDateTime(at);
    expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2021, 12, 8]);
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([9, 2, 2]);
  });

  it.each(['', '/a', '../a', 'a/../b', 'a\\b', './a'])('takes no entry called %j', async (name) => {
    await expect(archive([{ name, content: '' }])).rejects.toThrow('not a name inside an archive');
  });

  it('takes no two entries of one name', async () => {
    const entry = { name: 'a', content: '' };
    await expect(archive([entry, entry])).rejects.toThrow('two archive entries');
  });

  it('passes on the fault of a source instead of ending early', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'x'.repeat(200_000);
      throw new Error('源文件读取失败');
    }
    await expect(archive([{ name: 'a', content: broken() }])).rejects.toThrow('源文件读取失败');
  });

  it('is refused with a sentence when it would need more than a plain ZIP can hold', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name, content: 'x'.repeat(500) }));
    const write = async (limits: { bytes: number; entries: number }) => {
      let size = 0;
      for await (const chunk of zipStream(entries, at, limits)) size += chunk.length;
      return size;
    };
    const size = await write({ bytes: 10_000, entries: 3 });
    await expect(write({ bytes: 10_000, entries: 2 })).rejects.toMatchObject({ code: 'archive-too-large' });
    await expect(write({ bytes: size - 23, entries: 3 })).rejects.toMatchObject({
      code: 'archive-too-large',
    });
    await expect(write({ bytes: 499, entries: 3 })).rejects.toMatchObject({ code: 'archive-too-large' });
  });
});
