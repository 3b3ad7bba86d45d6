import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);
const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const sizes = { end: 22, central: 46, local: 30 };

export interface ArchiveEntry {
  name: string;
  method: number;
  flags: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}

/** Why an archive cannot be taken for what it says it is. */
export class ArchiveFault extends Error {}

/**
 * A packet's archive, read by code that shares nothing with what wrote it. Names may occur twice and bytes may be
 * wrong: a verifier lists them all instead of refusing the whole.
 */
export class PacketArchive {
  readonly entries: readonly ArchiveEntry[];

  /** @throws ArchiveFault when there is no whole directory at the end. */
  constructor(private readonly bytes: Buffer) {
    this.entries = readDirectory(bytes);
  }

  /**
   * The content of an entry, or null when it is not what the directory says, or longer than `most` bytes.
   * zlib stops at that length, so a lying directory costs no memory.
   */
  async read(entry: ArchiveEntry, most: number): Promise<Buffer | null> {
    const { bytes } = this;
    const { offset, method, compressedSize } = entry;
    if (offset + sizes.local > bytes.length || bytes.readUInt32LE(offset) !== signatures.local) return null;
    const start = offset + localLength(bytes, offset);
    if (start + compressedSize > bytes.length || bytes.readUInt16LE(offset + 8) !== method) return null;
    if (readName(bytes, offset + 6, offset + 26, offset + sizes.local) !== entry.name) return null;
    const compressed = bytes.subarray(start, start + compressedSize);
    const content = await decompress(method, compressed, most);
    if (content === null || content.length !== entry.size || crc32(content) !== entry.crc) return null;
    return content;
  }

  /** Whether entries and directory fill the file without a gap: nothing is hidden between or behind them. */
  isSeamless(): boolean {
    const { bytes } = this;
    const end = bytes.length - sizes.end;
    if (bytes.readUInt32LE(end) !== signatures.end || bytes.readUInt16LE(end + 20) !== 0) return false;
    // The number of entries stands twice too.
    if (bytes.readUInt16LE(end + 8) !== bytes.readUInt16LE(end + 10)) return false;
    const directory = bytes.readUInt32LE(end + 16);
    if (directory + bytes.readUInt32LE(end + 12) !== end) return false;
    let at = 0;
    for (const entry of [...this.entries].sort((a, b) => a.offset - b.offset)) {
      if (entry.offset !== at || at + sizes.local > directory) return false;
      at += localLength(bytes, at) + entry.compressedSize;
      // Sizes that were not known beforehand follow the content (bit 3), with or without a signature.
      if (entry.flags & 8 && at + 16 <= bytes.length) at += bytes.readUInt32LE(at) === 0x08074b50 ? 16 : 12;
    }
    return at === directory;
  }
}

const localLength = (bytes: Buffer, at: number): number =>
  sizes.local + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);

/**
 * The name stands twice, and a program that goes by the other one must find the same file; so must one that reads
 * names without the mark for UTF-8 (bit 11) byte by byte.
 */
function readName(bytes: Buffer, flagsAt: number, lengthAt: number, start: number): string {
  const encoding = bytes.readUInt16LE(flagsAt) & 0x0800 ? 'utf8' : 'latin1';
  return bytes.toString(encoding, start, start + bytes.readUInt16LE(lengthAt));
}

async function decompress(method: number, compressed: Buffer, most: number): Promise<Buffer | null> {
  if (method === 0) return compressed.length > most ? null : compressed;
  if (method !== 8) return null;
  return inflate(compressed, { maxOutputLength: Math.max(most, 1) }).catch(() => null);
}

function readDirectory(bytes: Buffer): ArchiveEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries: ArchiveEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + sizes.central > end || bytes.readUInt32LE(at) !== signatures.central) {
      throw new ArchiveFault('压缩包的目录已损坏');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push(readEntry(bytes, at));
    at += sizes.central + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number): ArchiveEntry {
  return {
    name: readName(bytes, at + 8, at + 28, at + sizes.central),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(bytes: Buffer): number {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== signatures.local) throw new ArchiveFault('不是压缩包');
  const first = Math.max(0, bytes.length - sizes.end - 0xffff);
  for (let at = bytes.length - sizes.end; at >= first; at--) {
    if (bytes.readUInt32LE(at) === signatures.end) return at;
  }
  throw new ArchiveFault('压缩包不完整，末尾已缺失');
}
