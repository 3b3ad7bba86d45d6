import { IsNull, Not } from 'typeorm';
import { type FileNamer } from '../files/index.js';
import { Signature } from './signature.entity.js';

export const signatureFiles: FileNamer = {
  title: '签署页的扫描件',
  async named(reader) {
    const rows = await reader.findBy(Signature, { fileDigest: Not(IsNull()) });
    return rows.map(({ compilationId, fileDigest }) => ({ compilationId, sha256: fileDigest! }));
  },
};
