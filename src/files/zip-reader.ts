import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { UploadRefused } from './files.errors.js';

const inflate = promisify(inflateRaw);

export const archiveLimits = {
  /** Bytes of the file as it was sent. */
  fileBytes: 20 * 2 ** 20,
  /** Bytes of all entries together. */
  inflatedBytes: 100 * 2 ** 20,
  entries: 1_000,
  /** Inflated to compressed; asked only above four mebibytes, where an honest document stays far below. */
  ratio: 100,
};

interface Entry {
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const ratioMattersAbove = 4 * 2 ** 20;

/**
 * A ZIP archive that a stranger sent. Everything that can be refused before inflating is refused when it is
 * opened; each entry is inflated alone, no further than the size its directory record claims, and compared with
 * that claim and its checksum.
 * @throws UploadRefused
 */
export class ZipArchive {
  private readonly entries: ReadonlyMap<string, Entry>;

  constructor(
    private readonly bytes: Buffer,
    limits = archiveLimits,
  ) {
    if (bytes.length > limits.fileBytes) throw new UploadRefused('file-too-large');
    this.entries = readDirectory(bytes, limits);
    assertHarmless(this.entries, limits);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws UploadRefused `file-broken` when there is no such entry or its bytes are not what the directory says. */
  async read(name: string): Promise<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new UploadRefused('file-broken');
    const compressed = this.compressedBytes(entry);
    const content = entry.method === 0 ? compressed : await inflateExactly(compressed, entry.size);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw new UploadRefused('file-broken');
    return content;
  }

  private compressedBytes(entry: Entry): Buffer {
    const { bytes } = this;
    if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== signatures.local) {
      throw new UploadRefused('file-broken');
    }
    const start =
      entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    if (start + entry.compressedSize > bytes.length) throw new UploadRefused('file-broken');
    return bytes.subarray(start, start + entry.compressedSize);
  }
}

/** zlib stops as soon as there is one byte more than claimed: a lying size costs no memory. */
async function inflateExactly(compressed: Buffer, size: number): Promise<Buffer> {
  try {
    return await inflate(compressed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UploadRefused(tooLong ? 'archive-bomb' : 'file-broken');
  }
}

function readDirectory(bytes: Buffer, limits: typeof archiveLimits): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw new UploadRefused('archive-bomb');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== signatures.central)
      throw new UploadRefused('file-broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (entries.has(name)) throw new UploadRefused('archive-unsafe');
    entries.set(name, readRecord(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readRecord(bytes: Buffer, at: number): Entry {
  if (bytes.readUInt16LE(at + 8) & 1) throw new UploadRefused('file-encrypted');
  const record = {
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  if (record.method === 99) throw new UploadRefused('file-encrypted');
  // Office writes stored and deflated entries only; ZIP64 marks (all ones) cannot be true of a file of 20 MB.
  if (record.method !== 0 && record.method !== 8) throw new UploadRefused('archive-unsafe');
  return record;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--) {
    if (bytes.readUInt32LE(at) === signatures.end) return at;
  }
  throw new UploadRefused('file-broken');
}

function assertHarmless(entries: ReadonlyMap<string, Entry>, limits: typeof archiveLimits): void {
  let inflated = 0;
  for (const [name, { size, compressedSize }] of entries) {
    if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name))
      throw new UploadRefused('archive-unsafe');
    inflated += size;
    const ratio = size / Math.max(compressedSize, 1);
    if (inflated > limits.inflatedBytes || (size > ratioMattersAbove && ratio > limits.ratio)) {
      throw new UploadRefused('archive-bomb');
    }
  }
}
