import { type FileNamer } from '../files/index.js';
import { PacketBuild } from './packet-build.entity.js';

export const packetFiles: FileNamer = {
  title: '报批材料',
  async named(reader) {
    const builds = await reader.find(PacketBuild);
    return builds.flatMap(({ compilationId, sourcesDigest, sha256, sizeBytes }) => [
      { compilationId, sha256: sourcesDigest },
      ...(sha256 === null ? [] : [{ compilationId, sha256, size: sizeBytes }]),
    ]);
  },
};
