import { Injectable } from '@nestjs/common';
import { checkScan, ContentStore, type ScanKind } from '../files/index.js';
import { Database, NotFound } from '../platform/index.js';
import { ProcedureRecord } from './procedure-record.entity.js';

export interface ProcedureScan {
  kind: ScanKind;
  bytes: Buffer;
}

/** Scanned documents of formalities: kept before the record that names them, given back with it. */
@Injectable()
export class ProcedureScans {
  constructor(
    private readonly store: ContentStore,
    private readonly database: Database,
  ) {}

  async exists(digest: string): Promise<boolean> {
    return this.store.exists(digest);
  }

  /** @returns the digest for the record. @throws UploadRefused unless it is a PDF, JPEG or PNG by its content */
  async keep(bytes: Uint8Array): Promise<string> {
    checkScan(bytes);
    return (await this.store.put(bytes)).sha256;
  }

  async of(compilationId: string, recordId: string): Promise<ProcedureScan> {
    const record = await this.database.read((reader) =>
      reader.findOneBy(ProcedureRecord, { id: recordId, compilationId }),
    );
    if (record === null || record.fileDigest === null) throw new NotFound('扫描件', recordId);
    const bytes = await this.store.read(record.fileDigest);
    return { kind: checkScan(bytes), bytes };
  }
}
