import { posix } from 'node:path';
import { UploadRefused } from './files.errors.js';
import { sniffKind } from './sniff-kind.js';
import { wrongKind } from './wrong-kind.js';
import { readXml } from './xml-events.js';
import { archiveLimits, ZipArchive } from './zip-reader.js';

export type OfficeKind = 'docx' | 'xlsx';

/** An Office Open XML file that a stranger sent: a ZIP archive whose parts point at each other by relationships. */
export class OfficePackage {
  private constructor(
    private readonly archive: ZipArchive,
    readonly mainPart: string,
    private readonly relationships: ReadonlyMap<string, Relationship>,
  ) {}

  /** @throws UploadRefused for every file that is not a harmless package of this kind. */
  static async open(bytes: Uint8Array, kind: OfficeKind): Promise<OfficePackage> {
    if (bytes.length === 0) throw new UploadRefused('file-empty');
    if (bytes.length > archiveLimits.fileBytes) throw new UploadRefused('file-too-large');
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    assertKind(buffer, kind);
    const archive = new ZipArchive(buffer);
    await assertNoMacros(archive);
    const roots = await readRelationships(archive, '_rels/.rels', '');
    const mainPart = [...roots.values()].find((root) => root.type === 'officeDocument')?.target;
    if (mainPart === undefined || !archive.has(mainPart)) throw new UploadRefused('file-broken');
    const { dir, base } = posix.parse(mainPart);
    const related = await readRelationships(archive, posix.join(dir, '_rels', `${base}.rels`), dir);
    return new OfficePackage(archive, mainPart, related);
  }

  /** The path of a part that the main part points at, by relationship id or by the last word of its type. */
  related(idOrType: string): string | undefined {
    const byId = this.relationships.get(idOrType);
    if (byId !== undefined) return this.archive.has(byId.target) ? byId.target : undefined;
    return this.allRelated(idOrType)[0];
  }

  /** The paths of all parts of a type. */
  allRelated(type: string): string[] {
    const targets = [...this.relationships.values()]
      .filter((one) => one.type === type)
      .map((one) => one.target);
    return targets.filter((target) => this.archive.has(target));
  }

  read(path: string): Promise<Buffer> {
    return this.archive.read(path);
  }
}

function assertKind(bytes: Buffer, kind: OfficeKind): void {
  const found = sniffKind(bytes);
  if (found === kind) return;
  // What begins like an archive and cannot be listed is refused for that reason, not for its kind.
  if (found === 'zip') new ZipArchive(bytes);
  throw new UploadRefused(wrongKind(bytes, found, kind));
}

async function assertNoMacros(archive: ZipArchive): Promise<void> {
  const types = await archive.read('[Content_Types].xml');
  const named = archive.names().some((name) => /vba(?:Project|Data)|(?:^|\/)activeX\//i.test(name));
  if (named || /macroEnabled|vbaProject/i.test(types.toString('utf8')))
    throw new UploadRefused('file-has-macros');
}

interface Relationship {
  type: string;
  target: string;
}

async function readRelationships(
  archive: ZipArchive,
  path: string,
  folder: string,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  if (!archive.has(path)) return found;
  readXml(await archive.read(path), {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target } = attributes;
      if (name !== 'Relationship' || !id || !type || !target) return;
      // An external target (an address) becomes a path that is in no archive, and so is never read.
      const absolute = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: absolute });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}
