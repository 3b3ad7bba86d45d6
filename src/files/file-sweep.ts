import { type EntityManager } from 'typeorm';
import { type ContentStore, isDigest } from './content-store.js';
import { type FileNamer, type NamedFile } from './stored-files.js';

export type FileFault = 'missing' | 'changed';

export interface FileFinding {
  title: string;
  sha256: string;
  fault: FileFault;
}

/** present: each is there and as long as it was, a matter of microseconds; whole: each is read and digested. */
export type Depth = 'present' | 'whole';

interface Asked extends NamedFile {
  title: string;
}

/** Holds the rows that name files against the content store. */
export class FileSweep {
  private readonly seen = new Set<string>();
  readonly findings: FileFinding[] = [];
  checked = 0;

  private constructor(
    private readonly asked: readonly Asked[],
    private readonly store: ContentStore,
  ) {}

  /** @param compilationId only its files; everybody's unless told */
  static async over(
    reader: EntityManager,
    namers: readonly FileNamer[],
    store: ContentStore,
    compilationId?: string,
  ): Promise<FileSweep> {
    const asked: Asked[] = [];
    for (const { title, named } of namers)
      for (const file of await named(reader))
        if (compilationId === undefined || file.compilationId === compilationId)
          asked.push({ ...file, title });
    return new FileSweep(asked, store);
  }

  /**
   * Goes on where it stopped.
   * @param mayGoOn asked before each file
   * @returns whether everything has been looked at
   */
  async run(depth: Depth, mayGoOn: () => boolean = () => true): Promise<boolean> {
    while (this.checked < this.asked.length) {
      if (!mayGoOn()) return false;
      const file = this.asked[this.checked];
      this.checked += 1;
      if (this.seen.has(file.sha256)) continue;
      this.seen.add(file.sha256);
      const fault = await this.faultOf(file, depth);
      if (fault !== null) this.findings.push({ title: file.title, sha256: file.sha256, fault });
    }
    return true;
  }

  private async faultOf(file: Asked, depth: Depth): Promise<FileFault | null> {
    // A row that was changed by hand may name what no file can be called.
    if (!isDigest(file.sha256)) return 'missing';
    return depth === 'whole' ? this.store.faultOf(file.sha256) : this.look(file);
  }

  private async look({ sha256, size }: Asked): Promise<FileFault | null> {
    const found = await this.store.sizeOf(sha256);
    if (found === null) return 'missing';
    // An empty file is what a full disk or a power cut leaves behind.
    return found === (size ?? found) && found > 0 ? null : 'changed';
  }
}

const faultTitles: Record<FileFault, string> = { missing: '不在数据文件夹中', changed: '内容已被改动' };

/** 报送材料的附件 files/ab/ab12…不在数据文件夹中 */
export const sayFinding = ({ title, sha256, fault }: FileFinding): string =>
  `${title}（files/${sha256.slice(0, 2)}/${sha256}）${faultTitles[fault]}`;
