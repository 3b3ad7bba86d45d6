import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ZipArchive } from '../files/index.js';
import { Refusal } from '../platform/index.js';
import { type Manifest, manifestSchema } from './manifest.js';

export interface PacketVerdict {
  ok: boolean;
  missing: string[];
  added: string[];
  changed: string[];
}

export class NotAPacket extends Refusal {
  constructor(why: string) {
    super('not-a-packet', `这不是编制台生成的报批材料：${why}。请核对文件是否完整。`);
  }
}

/** A packet may be large, but not without bound: it is read by whoever received it, from wherever. */
const limits = { fileBytes: 2 * 1024 ** 3, inflatedBytes: 2 * 1024 ** 3, entries: 1000, ratio: 1000 };

/** Compares each file of an archive with its manifest by both digests; needs neither database nor network. */
export async function verifyPacket(file: string): Promise<PacketVerdict> {
  const archive = openArchive(await readFile(file));
  const manifest = await readManifest(archive);
  const listed = new Map(manifest.files.map((entry) => [entry.path, entry]));
  const present = archive.names().filter((name) => name !== 'manifest.json');
  const missing = [...listed.keys()].filter((path) => !archive.has(path));
  const added = present.filter((name) => !listed.has(name));
  const changed: string[] = [];
  for (const name of present) {
    const entry = listed.get(name);
    if (entry !== undefined && !(await matches(archive, name, entry))) changed.push(name);
  }
  return { ok: missing.length + added.length + changed.length === 0, missing, added, changed };
}

function openArchive(bytes: Buffer): ZipArchive {
  try {
    return new ZipArchive(bytes, limits);
  } catch (error) {
    throw new NotAPacket(error instanceof Refusal ? '压缩包无法读取' : '不是压缩包');
  }
}

async function readManifest(archive: ZipArchive): Promise<Manifest> {
  if (!archive.has('manifest.json')) throw new NotAPacket('没有清单 manifest.json');
  try {
    const text = (await archive.read('manifest.json')).toString('utf8');
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new NotAPacket('清单 manifest.json 无法读取');
  }
}

/** A file that cannot be inflated is changed, whatever else it is. */
async function matches(
  archive: ZipArchive,
  name: string,
  { size, sha256, sm3 }: Manifest['files'][number],
): Promise<boolean> {
  const bytes = await archive.read(name).catch(() => null);
  if (bytes === null || bytes.length !== size) return false;
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
  return digest('sha256') === sha256 && digest('sm3') === sm3;
}
