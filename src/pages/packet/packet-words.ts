import { formatDateTime } from '../../calendar/index.js';
import { type PacketBuild } from '../../packet/index.js';
import { areaPath } from '../frame/navigation.js';

export const packetPath = (compilationId: string): string => areaPath(compilationId, 'packet');
export const buildPath = (compilationId: string, id: string): string =>
  `${packetPath(compilationId)}/builds/${id}`;

/** The pages of the area beside one another. */
export function subNav(compilationId: string, current: 'packet' | 'explanation' | 'procedures' | 'verify') {
  const base = packetPath(compilationId);
  return [
    { key: 'packet', label: '报批材料', href: base },
    { key: 'explanation', label: '编制说明', href: `${base}/explanation` },
    { key: 'procedures', label: '程序性文件', href: `${base}/procedures` },
    { key: 'verify', label: '核验', href: `${base}/verification` },
  ].map((entry) => ({ ...entry, current: entry.key === current }));
}

/** 38KB, 1.2MB */
export const sizeText = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 2 ** 20).toFixed(1)}MB`;

const states = {
  requested: { kind: 'pending', shape: 'half', word: '生成中' },
  built: { kind: '', shape: 'done', word: '已生成' },
  sealed: { kind: '', shape: 'done', word: '已报送，封存' },
} as const;

export function buildLine(build: PacketBuild, number: number) {
  const { id, compilationId, state, ledgerSeq, asOf, sizeBytes, sha256, sm3, builtAt } = build;
  return {
    number,
    href: buildPath(compilationId, id),
    standing: states[state],
    requested: state === 'requested',
    ledgerSeq,
    asOf: formatDateTime(asOf),
    builtAt: builtAt === null ? null : formatDateTime(builtAt),
    size: sizeBytes === null ? null : sizeText(sizeBytes),
    sha256,
    sm3,
    archive: `${buildPath(compilationId, id)}/archive`,
  };
}
