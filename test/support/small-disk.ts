import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Leaves about this much free. */
  fill(freeBytes: number): void;
  empty(): void;
  unmount(): void;
}

/** A file system of a few megabytes in memory; null where the machine does not let this user mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'bianzhi-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    process.stderr.write('skipped: this machine lets nobody mount a small disk\n');
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(freeBytes) {
      const df = spawnSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' });
      const free = Number(df.stdout.split('\n')[1]);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, free - freeBytes)));
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount() {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
