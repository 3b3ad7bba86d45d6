import { z } from 'zod';
import { Attempts } from '../../access/index.js';
import { formatDateTime } from '../../calendar/index.js';
import { ReceiptQuery, type ReceiptView, unchangedWords } from '../../consultation/index.js';
import { DatabaseFault, Refusal } from '../../platform/index.js';
import { OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { feedbackPath } from './notice-words.js';

const routes = {
  search: page('/receipts', { by: 'anyone', query: { number: z.string().max(200).default('') } }),
  receipt: page('/receipts/:receipt', { by: 'anyone' }),
};

/** Wrong numbers from one address: a person mistypes a few, a program that guesses is stopped. */
const wrongAllowed = 60;
const hourMs = 3_600_000;

export class TooManyLookUps extends Refusal {
  constructor() {
    super('too-many-look-ups', '您所在的网络一小时内查询了太多不存在的回执编号，请一小时后再查。', 429);
  }
}

/** 回执: what a sender prints, and looks up later. */
@PageController()
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptQuery,
    private readonly attempts: Attempts,
  ) {}

  @OnPage(routes.search)
  search({ query, address }: PageInput<typeof routes.search>) {
    return query.number.trim() === '' ? this.askFor('', false) : this.look(query.number, address);
  }

  @OnPage(routes.receipt)
  receipt({ params, address }: PageInput<typeof routes.receipt>) {
    return this.look(params.receipt, address);
  }

  private async look(typed: string, address: string) {
    const found = await this.receipts.find(typed);
    if (found !== null)
      return show('public/receipt', receiptView(found), {
        title: `回执${found.receipt}`,
        layout: 'public',
      });
    if (!(await this.mayGoOn(address))) throw new TooManyLookUps();
    return this.askFor(typed, true);
  }

  /** Looking something up does not fail because its failures cannot be counted just now. */
  private mayGoOn(address: string): Promise<boolean> {
    return this.attempts.take(`receipts:${address}`, wrongAllowed, hourMs).catch((error: unknown) => {
      if (error instanceof DatabaseFault) return true;
      throw error;
    });
  }

  private askFor(typed: string, missing: boolean) {
    const status = missing ? 404 : 200;
    return show('public/receipts', { typed, missing }, { title: '凭回执查询', layout: 'public', status });
  }
}

/** What the chart's states mean to who sent it; before the feedback is out nothing else is told. */
const progress: Record<string, string> = {
  received: '已登记，等待分派承办人',
  assigned: '正在研究办理',
  disposed: '已提出处理意见，正在复核',
  reviewed: '已办结，处理结果将随采纳情况一并公布',
};

const sentences: Record<ReceiptView['state'], (view: ReceiptView) => string> = {
  registered: ({ number }) => `您的意见已经登记，意见编号${number}。`,
  queued: () => '您的意见已经收到，正在排队登记，不必重复提交。',
  checked: () => '您的意见已经收到，待工作人员核对后登记，不必重复提交。',
  rejected: () => '您提交的内容已经收到并留存，经核对未作为意见登记。',
};

const lateNote = (closed: string, afterFeedback: boolean): string =>
  `征求意见已于${closed}截止，您的意见在此之后收到，标为逾期意见，照样登记，在报批前办结。` +
  (afterFeedback ? '已经公布的采纳情况没有包括本件，办结后可凭回执在这里查到处理结果和理由。' : '');

function receiptView(view: ReceiptView) {
  const { receipt, receivedAt, releaseAt, clauseLabel, content, remark, published, points } = view;
  const { lateAfter, afterFeedback } = view;
  return {
    receipt,
    sentence: sentences[view.state](view),
    draftTitle: view.draftTitle,
    received: formatDateTime(receivedAt),
    clauseLabel,
    content,
    late: lateAfter !== null,
    lateNote: lateAfter === null ? null : lateNote(formatDateTime(lateAfter), afterFeedback),
    afterFeedback,
    remark,
    release: releaseAt === null ? null : formatDateTime(releaseAt),
    registered: view.state === 'registered',
    several: points.length > 1,
    points: points.map(({ number, content: text, state, disposition, reason, unchangedReason }) => ({
      number,
      content: text,
      state: progress[state] ?? '正在办理',
      disposition,
      reason: reason === '' ? null : reason,
      unchanged: unchangedReason === null ? null : unchangedWords(unchangedReason),
    })),
    published,
    feedbackPath: feedbackPath(view.compilationId),
  };
}
