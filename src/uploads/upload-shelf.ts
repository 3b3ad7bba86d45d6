import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database, IdSource, Refusal, WallClock } from '../platform/index.js';
import { ShelvedUpload } from './shelved-upload.entity.js';

/** A file as it came: its name on the sender's machine, and its bytes. */
export interface ShelvedFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

class NoLongerOnShelf extends Refusal {
  constructor() {
    super('upload-forgotten', '预览已经过期，没有办理；请重新选择文件。', 409);
  }
}

const keptForMs = 60 * 60_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Files that were looked at and not taken yet. They lie in the database between the preview and the button below it,
 * so that a restart or another process finds them, and for an hour at most: they may hold what people said of
 * themselves, and nothing of them is on record before somebody takes them. The content store never removes anything
 * and is therefore no place for them.
 */
@Injectable()
export class UploadShelf {
  /** When this process first saw each: a clock that somebody sets neither ends nor prolongs the hour. */
  private readonly seenAtMs = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
  ) {}

  async keep(owner: string, { name, mediaType, bytes }: ShelvedFile): Promise<string> {
    const row = {
      id: this.ids.next(),
      owner,
      name,
      mediaType,
      content: bytes.toString('base64'),
      bytes: bytes.length,
      keptAt: this.clock.now(),
    };
    return this.database.write(async (tx) => {
      await this.clear(tx, mostBytes - bytes.length);
      await tx.insert(ShelvedUpload, row);
      this.isOver(row.id);
      return row.id;
    });
  }

  /** @throws NoLongerOnShelf also for what somebody else put there */
  async find(owner: string, id: string): Promise<ShelvedFile> {
    const found = await this.database.read((reader) => reader.findOneBy(ShelvedUpload, { id, owner }));
    if (found === null || this.isOver(id)) throw new NoLongerOnShelf();
    const { name, mediaType, content } = found;
    return { name, mediaType, bytes: Buffer.from(content, 'base64') };
  }

  async forget(id: string): Promise<void> {
    await this.database.write((tx) => tx.delete(ShelvedUpload, { id }));
  }

  /** For when nobody puts anything else there. */
  async tidy(): Promise<void> {
    const gone = await this.database.read((reader) => this.toGo(reader, mostBytes));
    if (gone.length > 0) await this.database.write((tx) => this.clear(tx, mostBytes));
  }

  private async clear(tx: EntityManager, mayStay: number): Promise<void> {
    const gone = await this.toGo(tx, mayStay);
    if (gone.length > 0) await tx.delete(ShelvedUpload, { id: In(gone) });
  }

  /** What is over goes, and of the others the oldest, until the rest is small enough. */
  private async toGo(reader: EntityManager, mayStay: number): Promise<string[]> {
    const rows = await reader.find(ShelvedUpload, {
      select: { id: true, bytes: true },
      order: { id: 'DESC' },
    });
    const known = new Set(rows.map(({ id }) => id));
    for (const id of this.seenAtMs.keys()) if (!known.has(id)) this.seenAtMs.delete(id);
    let left = mayStay;
    const gone = rows.filter(({ id, bytes }) => this.isOver(id) || (left -= bytes) < 0);
    return gone.map(({ id }) => id);
  }

  private isOver(id: string): boolean {
    const now = this.clock.elapsedMs();
    const since = this.seenAtMs.get(id) ?? now;
    this.seenAtMs.set(id, since);
    return now - since > keptForMs;
  }
}
