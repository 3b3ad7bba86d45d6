import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { zipOf } from '../../test/support/office-files.js';
import { type ZipEntry, zipStream } from '../render/index.js';
import { verifyPacket } from './verify-packet.js';

const digest = (algorithm: string, content: string) => createHash(algorithm).update(content).digest('hex');
const contents: Record<string, string> = {
  '01-报批稿.docx': '报批稿的内容'.repeat(50),
  '02-编制说明.docx': '编制说明的内容',
};
const at = Date.parse('2021-12-08T10:00:00+08:00');

const manifestOf = (files = contents): string =>
  JSON.stringify({
    format: 'bianzhi-packet@1',
    compilation: { id: 'c', title: '《实施方案》', documentNumber: null },
    draft: { name: '报批稿', revision: 1, digest: 'd' },
    ledger: { seq: 7, hash: 'ab'.repeat(32) },
    asOf: new Date(at).toISOString(),
    files: Object.entries(files).map(([path, content]) => ({
      path,
      size: Buffer.byteLength(content),
      sha256: digest('sha256', content),
      sm3: digest('sm3', content),
    })),
  });

async function packetOf(files: Record<string, string>, manifest = manifestOf()): Promise<Buffer> {
  const entries: ZipEntry[] = Object.entries(files).map(([name, content]) => ({ name, content }));
  if (manifest !== '') entries.push({ name: 'manifest.json', content: manifest });
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream(entries, at)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a packet is verified without anything but itself', () => {
  it('and is whole when every file is as its manifest says', async () => {
    const bytes = await packetOf(contents);
    expect(await verifyPacket(bytes)).toEqual({
      ok: true,
      missing: [],
      added: [],
      changed: [],
      fault: null,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sm3: createHash('sm3').update(bytes).digest('hex'),
      ledger: { seq: 7, hash: 'ab'.repeat(32) },
    });
  });

  it('also when somebody unpacked it and packed it again with another program', async () => {
    const bytes = Buffer.from(zipOf({ ...contents, 'manifest.json': manifestOf() }));
    expect(await verifyPacket(bytes)).toMatchObject({ ok: true });
  });

  it('names a file that is missing', async () => {
    const bytes = await packetOf({ '01-报批稿.docx': contents['01-报批稿.docx'] });
    expect(await verifyPacket(bytes)).toMatchObject({
      ok: false,
      missing: ['02-编制说明.docx'],
    });
  });

  it('names a file that was added', async () => {
    const bytes = await packetOf({ ...contents, '05-补充.docx': '新的' });
    expect(await verifyPacket(bytes)).toMatchObject({ ok: false, added: ['05-补充.docx'], missing: [] });
  });

  it('names a file that was changed, even to the same length', async () => {
    const bytes = await packetOf({ ...contents, '02-编制说明.docx': '编制说明的內容' });
    expect(await verifyPacket(bytes)).toMatchObject({ ok: false, changed: ['02-编制说明.docx'] });
  });

  it('names the file whose digest was changed in the manifest', async () => {
    const edited = manifestOf().replace(digest('sm3', contents['01-报批稿.docx']), '0'.repeat(64));
    const bytes = await packetOf(contents, edited);
    expect(await verifyPacket(bytes)).toMatchObject({ ok: false, changed: ['01-报批稿.docx'] });
  });

  it('names a file that stands in it twice: programs disagree which of the two they show', async () => {
    const twice = withSecond(
      await packetOf(contents),
      '01-报批稿.docx',
      await packetOf({ '01-报批稿.docx': '另一份' }),
    );
    expect(await verifyPacket(twice)).toMatchObject({ ok: false, added: ['01-报批稿.docx'], changed: [] });
  });

  it.each(['', '不是压缩包', '<html></html>'])('says of %j that it is no archive', async (content) => {
    expect(await verifyPacket(Buffer.from(content))).toMatchObject({ ok: false, fault: '不是压缩包' });
  });

  it('says of an archive without a manifest that it is no packet', async () => {
    const verdict = await verifyPacket(await packetOf(contents, ''));
    expect(verdict).toMatchObject({ ok: false, ledger: null });
    expect(verdict.fault).toContain('没有清单');
  });

  it.each(['{', '{}', '[]', 'null'])('says that a manifest of %s is damaged', async (manifest) => {
    const { fault } = await verifyPacket(await packetOf(contents, manifest));
    expect(fault).toBe('清单 manifest.json 已损坏，无法核对');
  });

  it('finds it wherever it was cut off', async () => {
    const whole = await packetOf(contents);
    for (let length = 0; length < whole.length; length += 7) {
      expect(await verifyPacket(whole.subarray(0, length))).toMatchObject({ ok: false });
    }
  });

  it.each(['front', 'back'])('finds what was hidden at its %s', async (place) => {
    const whole = await packetOf(contents);
    const hidden = Buffer.from('夹带');
    const bytes = Buffer.concat(place === 'front' ? [hidden, whole] : [whole, hidden]);
    expect(await verifyPacket(bytes)).toMatchObject({ ok: false });
  });

  it('with any byte changed is refused, unless every file in it is still the same', async () => {
    const whole = await packetOf(contents);
    const property = fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (place, bits) => {
        const bytes = Buffer.from(whole);
        bytes[place] ^= bits;
        // A program notes more than files need (dates, its version): the digest of the whole, in ledger and mail,
        // is what shows a change there.
        if ((await verifyPacket(bytes)).ok) expect(unzipSync(bytes)).toEqual(unzipSync(whole));
      },
    );
    await fc.assert(property, { numRuns: 1000 });
  });
});

/** Puts the first entry of a second archive into the first one, as appending to a ZIP does. */
function withSecond(first: Buffer, name: string, second: Buffer): Buffer {
  const [a, b] = [first, second].map((bytes) => {
    const directory = bytes.readUInt32LE(bytes.length - 6);
    return { bytes, directory, records: bytes.subarray(directory, bytes.length - 22) };
  });
  const data = b.bytes.subarray(0, b.bytes.indexOf('manifest.json') - 30);
  const record = Buffer.from(b.records.subarray(0, 46 + Buffer.byteLength(name)));
  record.writeUInt32LE(a.directory, 42);
  const end = Buffer.from(first.subarray(first.length - 22));
  const count = end.readUInt16LE(8) + 1;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(a.records.length + record.length, 12);
  end.writeUInt32LE(a.directory + data.length, 16);
  return Buffer.concat([a.bytes.subarray(0, a.directory), data, a.records, record, end]);
}
