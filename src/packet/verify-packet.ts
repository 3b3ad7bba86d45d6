import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Manifest, type ManifestFile, manifestSchema } from './manifest.js';
import { type ArchiveEntry, ArchiveFault, PacketArchive } from './packet-archive.js';

/** What became of a packet on its way; `ok` when every file is there as it was built and nothing else. */
export interface PacketVerdict {
  ok: boolean;
  missing: string[];
  added: string[];
  changed: string[];
  /** Why the archive or its manifest cannot be read, or what is hidden in it; null when neither is so. */
  fault: string | null;
  /** Digests of the archive itself, to compare with the ledger's entry and with the mail that announced it. */
  sha256: string;
  sm3: string;
  /** The ledger position the packet was built for; null when its manifest cannot be read. */
  ledger: Manifest['ledger'] | null;
}

type Findings = Pick<PacketVerdict, 'missing' | 'added' | 'changed' | 'fault' | 'ledger'>;

const manifestName = 'manifest.json';
const largestManifest = 16 * 2 ** 20;

/** Verifies a packet on disk. */
export async function verifyPacketFile(file: string): Promise<PacketVerdict> {
  return verifyPacket(await readFile(file));
}

/** Compares each file of an archive with the manifest by both digests; needs neither database nor network. */
export async function verifyPacket(bytes: Buffer): Promise<PacketVerdict> {
  const { missing, added, changed, fault, ledger } = await examine(bytes);
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
  const ok = missing.length + added.length + changed.length === 0 && fault === null;
  return { ok, missing, added, changed, fault, sha256: digest('sha256'), sm3: digest('sm3'), ledger };
}

async function examine(bytes: Buffer): Promise<Findings> {
  try {
    const archive = new PacketArchive(bytes);
    return await compare(archive, await readManifest(archive));
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { missing: [], added: [], changed: [], fault: error.message, ledger: null };
  }
}

async function compare(archive: PacketArchive, manifest: Manifest): Promise<Findings> {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const missing = new Set(listed.keys());
  const added: string[] = [];
  const changed: string[] = [];
  for (const entry of withoutManifest(archive)) {
    const { name } = entry;
    const file = listed.get(name);
    // The second file of a name is one too many: unpacking leaves the last, a reader may show the first.
    if (file === undefined || !missing.delete(name)) added.push(name);
    else if (!(await matches(archive, entry, file))) changed.push(name);
  }
  const fault = archive.isSeamless() ? null : '压缩包中夹带了目录以外的数据';
  return { missing: [...missing], added, changed, fault, ledger: manifest.ledger };
}

/** All entries but the first manifest, which is the one that was read. */
function withoutManifest({ entries }: PacketArchive): ArchiveEntry[] {
  const manifest = entries.findIndex(({ name }) => name === manifestName);
  return entries.filter((_, index) => index !== manifest);
}

async function readManifest(archive: PacketArchive): Promise<Manifest> {
  const entry = archive.entries.find(({ name }) => name === manifestName);
  if (entry === undefined) throw new ArchiveFault('没有清单 manifest.json，不是编制台生成的报批材料');
  const bytes = await archive.read(entry, largestManifest);
  try {
    return manifestSchema.parse(JSON.parse(bytes?.toString('utf8') ?? ''));
  } catch {
    throw new ArchiveFault('清单 manifest.json 已损坏，无法核对');
  }
}

async function matches(archive: PacketArchive, entry: ArchiveEntry, file: ManifestFile): Promise<boolean> {
  const bytes = await archive.read(entry, file.size);
  if (bytes === null || bytes.length !== file.size) return false;
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
  return digest('sha256') === file.sha256 && digest('sm3') === file.sm3;
}
