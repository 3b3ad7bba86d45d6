import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  auditRows,
  checkReplay,
  mailAudit,
  Ports,
  type ReplayVerdict,
  type RowsVerdict,
} from '../engine/index.js';
import { type Anchor, type ChainVerdict, LedgerQuery } from '../ledger/index.js';
import { ContentStore, FileSweep, sayFinding } from '../files/index.js';
import { Database } from '../platform/index.js';

export interface LedgerVerdict extends ChainVerdict {
  replay: ReplayVerdict;
  /** The rows of the rooms against what the entries say of them. */
  rows: RowsVerdict;
  /** The files that its rows name, read and digested. */
  files: FilesVerdict;
}

export interface FilesVerdict {
  ok: boolean;
  checked: number;
  findings: string[];
}

/** The chain holds together, playing it leads to the states that are stored, and the rows are as it says. */
@Injectable()
export class VerifyLedgerQuery {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly database: Database,
    private readonly ports: Ports,
    private readonly store: ContentStore,
  ) {}

  /** @param anchors entries noted elsewhere, without which a chain rewritten as a whole cannot be told */
  async execute(compilationId: string, anchors: readonly Anchor[] = []): Promise<LedgerVerdict> {
    const chain = await this.ledger.verify(compilationId, anchors);
    const audits = [...this.ports.rowAudits, mailAudit];
    return this.database.read(async (reader) => {
      const replay = await checkReplay(reader, compilationId);
      const rows = await auditRows(reader, audits, this.ports.auditedTables, compilationId);
      const files = await this.checkFiles(reader, compilationId);
      return { ...chain, ok: chain.ok && replay.ok && rows.ok && files.ok, replay, rows, files };
    });
  }

  private async checkFiles(reader: EntityManager, compilationId: string): Promise<FilesVerdict> {
    const sweep = await FileSweep.over(reader, this.ports.fileNamers, this.store, compilationId);
    await sweep.run('whole');
    const { findings, checked } = sweep;
    return { ok: findings.length === 0, checked, findings: findings.map(sayFinding) };
  }
}
