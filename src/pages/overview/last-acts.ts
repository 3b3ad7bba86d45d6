import { Injectable } from '@nestjs/common';
import { formatMoment } from '../../calendar/index.js';
import { LedgerQuery } from '../../ledger/index.js';
import { Clock } from '../../platform/index.js';
import { actTitle } from '../words/act-titles.js';
import { PartyNames } from '../words/party-names.js';
import { stepTitle } from '../words/plan-words.js';

const entriesShown = 8;

/** The newest entries of the ledger, as the overview lists them. */
@Injectable()
export class LastActs {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly clock: Clock,
    private readonly parties: PartyNames,
  ) {}

  async view(compilationId: string): Promise<object[]> {
    const titleOf = await this.parties.titles();
    const entries = await this.ledger.latest(compilationId, { limit: entriesShown });
    return entries.map(({ seq, at, actor, type, hash, payload }) => ({
      seq,
      at: formatMoment(Date.parse(at), this.clock.now()),
      actor: titleOf(actor),
      title: (type === 'compilation.advanced' ? stepTitle(payload) : null) ?? actTitle(type),
      hash: `${hash.slice(0, 6)}…${hash.slice(-4)}`,
    }));
  }
}
