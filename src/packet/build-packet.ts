import { formatDateTime } from '../calendar/index.js';
import { type ContentStore, type StoredContent } from '../files/index.js';
import { canonicalJson } from '../platform/index.js';
import { renderDocument, type TemplateSet, type ZipEntry, zipStream } from '../render/index.js';
import { type PlannedDocument } from '../../workflows/index.js';
import { thawHeading, thawPart } from './frozen-sources.js';
import { type Manifest, type ManifestFile } from './manifest.js';
import { type PacketBuild } from './packet-build.entity.js';
import { filesOf, type PacketFile } from './packet-parts.js';

/** The archive, and what stands in it. */
export interface BuiltPacket extends StoredContent {
  files: ManifestFile[];
}

/** The position a build is pinned to, and the parts that its plan asks for. */
export interface Pinned {
  ledger: Manifest['ledger'];
  documents: readonly PlannedDocument[];
}

type Heading = Omit<Manifest, 'format' | 'files' | 'asOf'>;

/**
 * Renders every file from the frozen sources into the file store, then writes the archive from there: contents list,
 * the parts, and a manifest with two digests of each. Nothing but the build row and its sources goes in.
 */
export async function buildPacket(
  store: ContentStore,
  templates: TemplateSet,
  build: Pick<PacketBuild, 'asOf' | 'sourcesDigest'>,
  { ledger, documents }: Pinned,
): Promise<BuiltPacket> {
  const heading = { ...(await thawHeading(store, build.sourcesDigest)), ledger };
  const parts: ManifestFile[] = [];
  for (const file of filesOf(documents)) {
    const stored = await store.put(await renderPart(store, templates, build, heading, file));
    parts.push({ path: file.path, ...stored });
  }
  const contents = await store.put(Buffer.from(contentsList(heading, parts, build.asOf)));
  const files = [{ path: '00-目录.txt', ...contents }, ...parts];
  const asOf = new Date(build.asOf).toISOString();
  const manifest: Manifest = { format: 'bianzhi-packet@1', ...heading, asOf, files };
  const entries: ZipEntry[] = [
    ...files.map(({ path, sha256 }) => ({ name: path, content: store.stream(sha256) })),
    { name: 'manifest.json', content: `${canonicalJson(manifest)}\n` },
  ];
  return { ...(await store.put(zipStream(entries, build.asOf))), files };
}

async function renderPart(
  store: ContentStore,
  templates: TemplateSet,
  { asOf, sourcesDigest }: Pick<PacketBuild, 'asOf' | 'sourcesDigest'>,
  heading: Heading,
  file: PacketFile,
): Promise<AsyncIterable<Buffer>> {
  const { head, rows, tail } = await thawPart(store, sourcesDigest, file.part.number);
  const title = `${heading.compilation.title}${file.part.title}`;
  return renderDocument(templates, file.template, file.format, {
    properties: { title, createdAt: asOf },
    head,
    rows,
    tail,
  });
}

function contentsList(heading: Heading, files: ManifestFile[], asOf: number): string {
  const { compilation, draft, ledger } = heading;
  const lines = files.map(({ path, size, sha256 }) => `${path}　${size}字节　SHA-256 ${sha256}`);
  return [
    `${compilation.title}报批材料目录`,
    compilation.documentNumber ?? '',
    `对应文稿：${draft.name}第${draft.revision}稿（摘要 ${draft.digest}）`,
    `对应台账：第${ledger.seq}条（${ledger.hash}），${formatDateTime(asOf)}`,
    '',
    ...lines,
    '',
  ].join('\r\n');
}
