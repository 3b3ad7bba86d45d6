import { zipSync } from 'fflate';
import { zipOf } from '../../test/support/office-files.js';
import { archiveLimits, ZipArchive } from './zip-reader.js';

const open = (bytes: Uint8Array) => new ZipArchive(Buffer.from(bytes));
const central = Buffer.from('PK\u0001\u0002', 'latin1');

/** Overwrites a field of the first directory record. */
function tampered(bytes: Uint8Array, offset: number, value: number, width: 2 | 4 = 4): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUIntLE(value, copy.indexOf(central) + offset, width);
  return copy;
}

const refused = (fault: string) => expect.objectContaining({ fault });

describe('an archive that a stranger sent', () => {
  it('gives back its entries, deflated and stored', async () => {
    const archive = open(
      zipSync({
        'a/甲.txt': [Buffer.from('正文'.repeat(100)), { level: 6 }],
        b: [Buffer.from('b'), { level: 0 }],
      }),
    );
    expect(archive.names()).toEqual(['a/甲.txt', 'b']);
    expect((await archive.read('a/甲.txt')).toString()).toBe('正文'.repeat(100));
    expect((await archive.read('b')).toString()).toBe('b');
  });

  it('is refused above 20 MB', () => {
    expect(() => new ZipArchive(Buffer.alloc(archiveLimits.fileBytes + 1))).toThrow(
      refused('file-too-large'),
    );
  });

  it('is refused when its entries are more than 100 MiB together, or one is inflated a hundredfold', () => {
    const zeros = zipSync({ a: Buffer.alloc(5 * 2 ** 20) });
    expect(() => open(zeros)).toThrow(refused('archive-bomb'));
    const noise = zipSync({ a: Buffer.from('x') });
    expect(() => open(tampered(noise, 24, archiveLimits.inflatedBytes + 1))).toThrow(refused('archive-bomb'));
  });

  it('is refused with more than 1000 entries', () => {
    const entries = Array.from({ length: 1_001 }, (_, index) => [`${index}`, 'x']);
    expect(() => open(zipOf(Object.fromEntries(entries) as Record<string, string>))).toThrow(
      refused('archive-bomb'),
    );
  });

  it('is inflated no further than it claims, so a lying size costs no memory', async () => {
    const lying = tampered(zipSync({ a: Buffer.alloc(100 * 2 ** 20) }, { level: 1 }), 24, 10);
    const before = process.memoryUsage().rss;
    await expect(open(lying).read('a')).rejects.toMatchObject({ fault: 'archive-bomb' });
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 2 ** 20);
  });

  it('is refused when an entry is shorter than it claims or has another checksum', async () => {
    const bytes = zipOf({ a: '正文' });
    await expect(open(tampered(bytes, 24, 7)).read('a')).rejects.toMatchObject({ fault: 'file-broken' });
    await expect(open(tampered(bytes, 16, 1)).read('a')).rejects.toMatchObject({ fault: 'file-broken' });
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', '\\\\host\\a', 'C:\\a', '..\\a'])(
    'is refused with an entry called %s',
    (name) => {
      expect(() => open(zipOf({ [name]: 'x' }))).toThrow(refused('archive-unsafe'));
    },
  );

  it('is refused with two entries of one name', () => {
    const bytes = Buffer.from(zipOf({ ab: 'x', ac: 'y' }));
    bytes.write('ab', bytes.lastIndexOf('ac'));
    expect(() => open(bytes)).toThrow(refused('archive-unsafe'));
  });

  it('is refused when it is encrypted', () => {
    expect(() => open(tampered(zipOf({ a: 'x' }), 8, 1, 2))).toThrow(refused('file-encrypted'));
    expect(() => open(tampered(zipOf({ a: 'x' }), 10, 99, 2))).toThrow(refused('file-encrypted'));
  });

  it('is refused with a compression that Office does not write', () => {
    expect(() => open(tampered(zipOf({ a: 'x' }), 10, 14, 2))).toThrow(refused('archive-unsafe'));
  });

  it('is refused when it is cut short', () => {
    const bytes = zipOf({ a: 'x'.repeat(1000), b: 'y' });
    expect(() => open(bytes.subarray(0, bytes.length - 30))).toThrow(refused('file-broken'));
    expect(() => open(bytes.subarray(20))).toThrow(refused('file-broken'));
  });
});
