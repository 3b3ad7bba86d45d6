import { Injectable } from '@nestjs/common';
import { checkReplay, type ReplayVerdict } from '../engine/index.js';
import { type ChainVerdict, LedgerQuery } from '../ledger/index.js';
import { Database } from '../platform/index.js';

export interface LedgerVerdict extends ChainVerdict {
  replay: ReplayVerdict;
}

/** The chain holds together, and playing it leads to the states that are stored. */
@Injectable()
export class VerifyLedgerQuery {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly database: Database,
  ) {}

  async execute(compilationId: string): Promise<LedgerVerdict> {
    const verdict = await this.ledger.verify(compilationId);
    const replay = await this.database.read((reader) => checkReplay(reader, compilationId));
    return { ...verdict, ok: verdict.ok && replay.ok, replay };
  }
}
