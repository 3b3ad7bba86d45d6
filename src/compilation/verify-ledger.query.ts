import { Injectable } from '@nestjs/common';
import {
  auditRows,
  checkReplay,
  mailAudit,
  Ports,
  type ReplayVerdict,
  type RowsVerdict,
} from '../engine/index.js';
import { type Anchor, type ChainVerdict, LedgerQuery } from '../ledger/index.js';
import { Database } from '../platform/index.js';

export interface LedgerVerdict extends ChainVerdict {
  replay: ReplayVerdict;
  /** The rows of the rooms against what the entries say of them. */
  rows: RowsVerdict;
}

/** The chain holds together, playing it leads to the states that are stored, and the rows are as it says. */
@Injectable()
export class VerifyLedgerQuery {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly database: Database,
    private readonly ports: Ports,
  ) {}

  /** @param anchors entries noted elsewhere, without which a chain rewritten as a whole cannot be told */
  async execute(compilationId: string, anchors: readonly Anchor[] = []): Promise<LedgerVerdict> {
    const chain = await this.ledger.verify(compilationId, anchors);
    const audits = [...this.ports.rowAudits, mailAudit];
    return this.database.read(async (reader) => {
      const replay = await checkReplay(reader, compilationId);
      const rows = await auditRows(reader, audits, this.ports.auditedTables, compilationId);
      return { ...chain, ok: chain.ok && replay.ok && rows.ok, replay, rows };
    });
  }
}
