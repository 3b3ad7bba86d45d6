import { z } from 'zod';
import { LedgerQuery } from '../ledger/index.js';
import {
  ApiController,
  download,
  inCompilation,
  type InputOf,
  instantText,
  mediaTypes,
  pageOf,
  pageQuery,
  read,
  Route,
  wordQuery,
} from '../web/index.js';
import { VerifyLedgerQuery } from './verify-ledger.query.js';

const entryView = z.object({
  seq: z.number().int(),
  at: instantText,
  compilationId: z.string(),
  actor: z.string(),
  type: z.string(),
  payload: z.unknown(),
  prevHash: z.string(),
  hash: z.string(),
});

const verdictView = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  head: z.string().nullable(),
  firstBad: z.object({ seq: z.number().int(), kind: z.string() }).nullable(),
  anchoredTo: z.number().int().nullable(),
  replay: z.object({ ok: z.boolean(), compared: z.number().int(), differing: z.array(z.string()) }),
  rows: z.object({
    ok: z.boolean(),
    covers: z.array(z.string()),
    findings: z.array(z.string()),
    uncompared: z.array(z.string()).describe('登记于逐行记摘要之前、无法比对的'),
  }),
  files: z.object({ ok: z.boolean(), checked: z.number().int(), findings: z.array(z.string()) }),
});

const routes = {
  list: read(`${inCompilation}/ledger`, {
    summary: '台账条目，新的在前',
    query: {
      limit: pageQuery.limit,
      cursor: z.coerce
        .number()
        .int({ error: '不是上一页给出的位置' })
        .min(1)
        .max(2_147_483_647)
        .optional()
        .describe('上一页的 next；不填则从头开始'),
      type: wordQuery.describe('事项类型，如 compilation.advanced'),
      actor: wordQuery.describe('办理人，如 secretariat:office-1'),
    },
    response: pageOf(entryView),
  }),
  verify: read(`${inCompilation}/ledger/verification`, {
    summary: '核验台账：链条是否完整，重放后与库中状态、库中各项登记与台账所记摘要是否一致',
    response: verdictView,
  }),
  export: read(`${inCompilation}/ledger/export`, {
    summary: '导出台账，每行一条',
    produces: mediaTypes.ndjson,
  }),
};

@ApiController('台账')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly verifyLedger: VerifyLedgerQuery,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const { limit, cursor, type, actor } = query;
    const items = await this.ledger.latest(params.compilationId, { limit, before: cursor, type, actor });
    return { items, next: items.length < limit ? null : String(items[items.length - 1].seq) };
  }

  @Route(routes.verify)
  verify({ params }: InputOf<typeof routes.verify>) {
    return this.verifyLedger.execute(params.compilationId);
  }

  @Route(routes.export)
  export({ params }: InputOf<typeof routes.export>) {
    const lines = this.ledger.export(params.compilationId);
    return download(lines, mediaTypes.ndjson, `台账-${params.compilationId}.ndjson`);
  }
}
