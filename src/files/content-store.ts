import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import assert from 'node:assert';
import { dirname, join } from 'node:path';
import { makeFolder, storageFailureOf, syncFolder } from '../platform/index.js';
import { ContentDamaged } from './files.errors.js';

/** What a row remembers of stored bytes. Digests are lower-case hex; `size` is in bytes. */
export interface StoredContent {
  sha256: string;
  sm3: string;
  size: number;
}

export type ContentSource = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/**
 * Uploaded and produced bytes, addressed by their SHA-256 digest. `put` returns only when the bytes and the
 * folder entry are on disk, so a row that is committed afterwards never names bytes that a power cut took.
 * Content is never changed or removed here; the same bytes put twice are kept once.
 */
export class ContentStore {
  /**
   * @param folder absolute path, inside the data folder and therefore inside the backup.
   * @param durable false only beside a throw-away database: nothing waits for the disk.
   */
  constructor(
    private readonly folder: string,
    private readonly durable = true,
  ) {}

  /** @throws StorageFailure */
  async put(source: ContentSource): Promise<StoredContent> {
    try {
      return await this.take(source);
    } catch (error) {
      throw storageFailureOf(error);
    }
  }

  private async take(source: ContentSource): Promise<StoredContent> {
    await makeFolder(this.folder, this.durable);
    const incoming = await mkdtemp(join(this.folder, 'incoming-'));
    try {
      const file = join(incoming, 'content');
      const stored = await this.write(file, source);
      await this.keep(file, stored.sha256);
      return stored;
    } finally {
      await rm(incoming, { recursive: true, force: true });
    }
  }

  async exists(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  /** In bytes; null when it is not there. */
  async sizeOf(sha256: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(sha256))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Reads the whole file, in pieces; null when it is the one that was put. */
  async faultOf(sha256: string): Promise<'missing' | 'changed' | null> {
    try {
      for await (const chunk of this.stream(sha256)) void chunk;
      return null;
    } catch (error) {
      if (error instanceof ContentDamaged) return error.fault;
      throw error;
    }
  }

  /**
   * The bytes as a stream. The digest is known only at the end: a reader must not act on the bytes before the
   * stream has ended without a fault.
   * @throws ContentDamaged while reading.
   */
  async *stream(sha256: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of createReadStream(this.pathOf(sha256)) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      throw isMissing(error) ? new ContentDamaged(sha256, 'missing') : error;
    }
    if (hash.digest('hex') !== sha256) throw new ContentDamaged(sha256, 'changed');
  }

  /** @throws ContentDamaged when the bytes are missing or are not the ones that were put. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256)).catch((error: unknown) => {
      throw isMissing(error) ? new ContentDamaged(sha256, 'missing') : error;
    });
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new ContentDamaged(sha256, 'changed');
    return bytes;
  }

  /** A rename replaces in one step, so a reader sees the old file or the new one, and damaged bytes are healed. */
  private async keep(file: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    await makeFolder(dirname(target), this.durable);
    await rename(file, target);
    if (this.durable) await syncFolder(dirname(target));
  }

  private async write(path: string, source: ContentSource): Promise<StoredContent> {
    const digests: Record<'sha256' | 'sm3', Hash> = { sha256: createHash('sha256'), sm3: createHash('sm3') };
    const file = await open(path, 'wx');
    let size = 0;
    try {
      for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        await file.writeFile(chunk);
        digests.sha256.update(chunk);
        digests.sm3.update(chunk);
        size += chunk.length;
      }
      if (this.durable) await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: digests.sha256.digest('hex'), sm3: digests.sm3.digest('hex'), size };
  }

  private pathOf(sha256: string): string {
    assert(isDigest(sha256), `not a SHA-256 digest: ${sha256}`);
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
