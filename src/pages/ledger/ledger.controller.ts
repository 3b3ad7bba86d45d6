import { VerifyLedgerQuery } from '../../compilation/index.js';
import { LedgerQuery } from '../../ledger/index.js';
import { NotFound, staff } from '../../platform/index.js';
import {
  download,
  mediaTypes,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { areaPath } from '../frame/navigation.js';
import { ledgerQuery, numberIn } from './ledger-filter.js';
import { LedgerPage } from './ledger-page.js';

const routes = {
  list: page('/c/:compilationId/ledger', { by: staff, query: ledgerQuery }),
  entry: page('/c/:compilationId/ledger/entries/:seq', { by: staff }),
  verification: page('/c/:compilationId/ledger/verification', { by: staff }),
  export: page('/c/:compilationId/ledger/export', { by: staff }),
};

/** 台账: what happened, searched, read, verified and carried away. */
@PageController()
export class LedgerController {
  constructor(
    private readonly pages: LedgerPage,
    private readonly ledger: LedgerQuery,
    private readonly verifyLedger: VerifyLedgerQuery,
  ) {}

  /** A number alone leads to the entry of that number. */
  @OnPage(routes.list)
  async list({ params, query }: PageInput<typeof routes.list>) {
    const { compilationId } = params;
    const seq = numberIn(query.text);
    const { seq: last } = await this.ledger.head(compilationId);
    if (seq !== null && seq >= 1 && seq <= last)
      return seeOther(`${areaPath(compilationId, 'ledger')}/entries/${seq}`);
    const view = await this.pages.list(compilationId, query);
    return show('ledger/list', view, { title: '台账', nav: 'ledger' });
  }

  @OnPage(routes.entry)
  async entry({ params }: PageInput<typeof routes.entry>) {
    const seq = numberIn(params.seq);
    if (seq === null) throw new NotFound('台账条目', params.seq);
    const view = await this.pages.entry(params.compilationId, seq);
    return show('ledger/entry', view, { title: `台账第${seq}号`, nav: 'ledger' });
  }

  @OnPage(routes.verification)
  async verification({ params }: PageInput<typeof routes.verification>) {
    const verdict = await this.verifyLedger.execute(params.compilationId);
    const view = this.pages.verdict(params.compilationId, verdict);
    return show('ledger/verdict', view, { title: '核验台账', nav: 'ledger' });
  }

  @OnPage(routes.export)
  export({ params }: PageInput<typeof routes.export>) {
    const lines = this.ledger.export(params.compilationId);
    return download(lines, mediaTypes.ndjson, `台账-${params.compilationId}.ndjson`);
  }
}
