import { posix } from 'node:path';
import { UploadRefused, type UploadFault } from './files.errors.js';
import { sniffKind } from './sniff-kind.js';
import { readXml } from './xml-events.js';
import { archiveLimits, ZipArchive } from './zip-reader.js';

export type OfficeKind = 'docx' | 'xlsx';

const wrongKind: Record<OfficeKind, Record<'ole' | 'pdf' | 'other', UploadFault>> = {
  docx: { ole: 'old-word-format', pdf: 'pdf-not-docx', other: 'not-a-docx' },
  xlsx: { ole: 'old-excel-format', pdf: 'not-a-sheet', other: 'not-a-sheet' },
};

/** An Office Open XML file that a stranger sent: a ZIP archive whose parts point at each other by relationships. */
export class OfficePackage {
  private constructor(
    private readonly archive: ZipArchive,
    readonly mainPart: string,
    private readonly relationships: ReadonlyMap<string, string>,
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
    return new OfficePackage(archive, mainPart, targetsByIdAndType(related));
  }

  /** The path of a part that the main part points at, by relationship id or by the last word of its type. */
  related(idOrType: string): string | undefined {
    const path = this.relationships.get(idOrType);
    return path !== undefined && this.archive.has(path) ? path : undefined;
  }

  read(path: string): Promise<Buffer> {
    return this.archive.read(path);
  }
}

function assertKind(bytes: Buffer, kind: OfficeKind): void {
  const found = sniffKind(bytes);
  if (found === kind) return;
  if (found === 'ole') {
    // A password turns the whole package into one stream of an OLE container.
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new UploadRefused(encrypted ? 'file-encrypted' : wrongKind[kind].ole);
  }
  // What begins like an archive and cannot be listed is refused for that reason, not for its kind.
  if (found === 'zip') new ZipArchive(bytes);
  throw new UploadRefused(found === 'pdf' ? wrongKind[kind].pdf : wrongKind[kind].other);
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

function targetsByIdAndType(relationships: Map<string, Relationship>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [id, { type, target }] of relationships) {
    targets.set(id, target);
    if (!targets.has(type)) targets.set(type, target);
  }
  return targets;
}
