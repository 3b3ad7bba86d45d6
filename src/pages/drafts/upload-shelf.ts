import { Injectable } from '@nestjs/common';
import { Clock, IdSource, type Instant, Refusal } from '../../platform/index.js';
import { type Upload } from '../../web/index.js';

class NoLongerOnShelf extends Refusal {
  constructor() {
    super('upload-forgotten', '预览已经过期，没有办理；请重新选择文件。', 409);
  }
}

interface Kept {
  owner: string;
  upload: Upload;
  at: Instant;
}

const keptFor = 60 * 60_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Files that were looked at and not taken yet. Kept in memory between the preview and the button below it, and for
 * an hour at most: nothing of them is on record before somebody takes them.
 */
@Injectable()
export class UploadShelf {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  keep(owner: string, upload: Upload): string {
    const id = this.ids.next();
    this.kept.set(id, { owner, upload, at: this.clock.now() });
    this.tidy();
    return id;
  }

  /** @throws NoLongerOnShelf also for what somebody else put there */
  find(owner: string, id: string): Upload {
    this.tidy();
    const found = this.kept.get(id);
    if (found === undefined || found.owner !== owner) throw new NoLongerOnShelf();
    return found.upload;
  }

  forget(id: string): void {
    this.kept.delete(id);
  }

  /** The oldest go first, and what is too old; the newest always stays. */
  private tidy(): void {
    const oldest = this.clock.now() - keptFor;
    for (const [id, { at }] of this.kept) if (at < oldest) this.kept.delete(id);
    let bytes = [...this.kept.values()].reduce((sum, { upload }) => sum + upload.bytes.length, 0);
    for (const [id, { upload }] of this.kept) {
      if (bytes <= mostBytes || this.kept.size === 1) return;
      this.kept.delete(id);
      bytes -= upload.bytes.length;
    }
  }
}
