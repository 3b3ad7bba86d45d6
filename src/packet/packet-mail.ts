import { strict as assert } from 'node:assert';
import { type Compilation } from '../compilation/index.js';
import { formatDateTime } from '../calendar/index.js';
import { type NewMail } from '../outbox/index.js';
import { type JsonObject } from '../platform/index.js';
import { type MailView } from '../render/index.js';
import { type ManifestFile } from './manifest.js';
import { type PacketBuild } from './packet-build.entity.js';

/** Tells the secretariat that the packet stands ready, with its digests. */
export function packetBuiltMail(
  heading: MailView['compilation'],
  contact: Compilation['contact'],
  build: PacketBuild,
  { files, version }: { files: readonly ManifestFile[]; version: string },
): Omit<NewMail, 'compilationId'> {
  assert.ok(build.builtAt !== null && build.sha256 !== null && build.sm3 !== null);
  const view = {
    compilation: heading,
    recipient: { name: '值班人员', unitName: '起草工作组秘书处' },
    action: { label: '下载报批材料', path: `/packets/${build.id}` },
    reference: `P-${String(build.ledgerSeq).padStart(4, '0')}`,
    packet: {
      draftTitle: `${heading.title}（${version}）`,
      fileName: '报批材料.zip',
      builtAtText: formatDateTime(build.builtAt),
      ledgerSequence: build.ledgerSeq,
      sha256: build.sha256,
      sm3: build.sm3,
      parts: files.map(({ path, size }) => ({ name: path, sizeText: sizeText(size) })),
    },
  };
  return {
    template: 'packet-built',
    recipient: { id: 'secretariat', name: contact.office, address: contact.address },
    key: `packet-built:${build.id}`,
    view: view as unknown as JsonObject,
    dueAt: build.builtAt,
    about: build.id,
  };
}

/** 38KB, 1.2MB; an empty file does not occur. */
const sizeText = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 2 ** 20).toFixed(1)}MB`;
