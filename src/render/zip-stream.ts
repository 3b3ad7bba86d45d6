import assert from 'node:assert';
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Refusal } from '../platform/index.js';
import { centralRecord, dataDescriptor, endRecord, localHeader, type WrittenEntry } from './zip-directory.js';

export type ByteSource = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

export interface ZipEntry {
  /** Path inside the archive with `/`, no leading `/`, no `..`. */
  name: string;
  content: Uint8Array | string | ByteSource;
}

/** Beyond these sizes an archive needs ZIP64, which many government desktops still cannot open. */
const plainZip = { bytes: 0xffff_fffe, entries: 0xfffe };
const blockBytes = 65_536;

export class ArchiveTooLarge extends Refusal {
  constructor() {
    super('archive-too-large', '压缩包将超过4GB或65534个文件，无法生成。请减少内容，分几次导出。', 413);
  }
}

/**
 * Writes a ZIP archive entry by entry in the order given; no entry is ever held in memory as a whole.
 * The same entries and the same instant give the same bytes: every date is `modifiedAt`, and content is cut into
 * equal blocks first, so that the way a source happens to chunk its bytes does not show.
 * @param modifiedAt epoch milliseconds, printed as Shanghai time in every entry.
 */
export async function* zipStream(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  modifiedAt: number,
  limits = plainZip,
): AsyncGenerator<Buffer> {
  const written: WrittenEntry[] = [];
  const names = new Set<string>();
  let offset = 0;
  for await (const { name, content } of entries) {
    assertEntryName(name, names);
    const entry = { name: Buffer.from(name), crc: 0, compressedSize: 0, size: 0, offset };
    const header = localHeader(entry.name, modifiedAt);
    yield header;
    for await (const block of deflate(content, entry)) {
      entry.compressedSize += block.length;
      yield block;
    }
    offset += header.length + entry.compressedSize + 16;
    if (offset > limits.bytes || entry.size > limits.bytes) throw new ArchiveTooLarge();
    yield dataDescriptor(entry);
    if (written.push(entry) > limits.entries) throw new ArchiveTooLarge();
  }
  const directory = Buffer.concat(written.map((entry) => centralRecord(entry, modifiedAt)));
  if (offset + directory.length > limits.bytes) throw new ArchiveTooLarge();
  yield Buffer.concat([directory, endRecord(written.length, directory.length, offset)]);
}

function assertEntryName(name: string, names: Set<string>): void {
  assert(!/^\/|\\|(?:^|\/)\.\.?(?:\/|$)/.test(name) && name !== '', `not a name inside an archive: ${name}`);
  assert(!names.has(name), `two archive entries are called ${name}`);
  names.add(name);
}

/** Compresses the content and notes checksum and size in `tally` on the way. */
function deflate(content: ZipEntry['content'], tally: WrittenEntry): AsyncIterable<Buffer> {
  const compressor = createDeflateRaw({ chunkSize: blockBytes });
  const blocks = Readable.from(talliedBlocks(content, tally), { highWaterMark: 2 });
  // A fault of the source destroys the compressor with it, and the reader of the compressor sees it there.
  pipeline(blocks, compressor, () => undefined);
  return compressor;
}

async function* talliedBlocks(content: ZipEntry['content'], tally: WrittenEntry): AsyncGenerator<Buffer> {
  for await (const block of equalBlocks(content)) {
    tally.crc = crc32(block, tally.crc);
    tally.size += block.length;
    yield block;
  }
}

async function* equalBlocks(content: ZipEntry['content']): AsyncGenerator<Buffer> {
  const source = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk)
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    parts.push(bytes);
    length += bytes.length;
    if (length < blockBytes) continue;
    const joined = Buffer.concat(parts, length);
    let start = 0;
    for (; start + blockBytes <= joined.length; start += blockBytes)
      yield joined.subarray(start, start + blockBytes);
    parts = [joined.subarray(start)];
    length -= start;
  }
  if (length > 0) yield Buffer.concat(parts, length);
}
