import { IsNull, Not } from 'typeorm';
import { type FileNamer } from '../files/index.js';
import { ProcedureRecord } from './procedure-record.entity.js';

export const procedureFiles: FileNamer = {
  title: '程序记录的扫描件',
  async named(reader) {
    const rows = await reader.findBy(ProcedureRecord, { fileDigest: Not(IsNull()) });
    return rows.map(({ compilationId, fileDigest }) => ({ compilationId, sha256: fileDigest! }));
  },
};
