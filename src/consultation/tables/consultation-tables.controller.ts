import { z } from 'zod';
import {
  ApiController,
  download,
  inCompilation,
  type InputOf,
  mediaTypes,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../../web/index.js';
import { dispositions } from '../../../workflows/index.js';
import { FeedbackQuery } from '../feedback/feedback.query.js';
import { feedbackView } from '../opinions/opinions.views.js';
import { DispositionTableQuery } from './disposition-table.query.js';
import { UnitSummaryQuery } from './unit-summary.query.js';

const tables = `${inCompilation}/tables` as const;
const count = z.number().int();

const unitSummaryView = z.object({
  unitId: z.string(),
  unitName: z.string(),
  categoryTitle: z.string(),
  reply: z.enum(['有意见', '无意见', '未回函']),
  opinions: count,
  byDisposition: z.record(z.enum(dispositions), count),
  open: count,
});

const routes = {
  disposition: read(`${tables}/disposition`, {
    summary: '征求意见汇总处理表',
    query: { format: z.enum(['docx', 'xlsx', 'csv', 'html']).default('docx') },
    produces: mediaTypes.docx,
  }),
  unitSummary: read(`${inCompilation}/unit-replies`, {
    summary: '征求意见按单位汇总：是否回函、几条意见、如何处理',
    query: pageQuery,
    response: pageOf(unitSummaryView),
  }),
  unitSummaryFile: read(`${tables}/unit-summary`, {
    summary: '征求意见按单位汇总表',
    query: { format: z.enum(['docx', 'xlsx', 'csv', 'html']).default('xlsx') },
    produces: mediaTypes.xlsx,
  }),
  feedback: read(`${inCompilation}/feedback`, {
    summary: '已公布的意见采纳情况反馈',
    response: feedbackView,
  }),
  feedbackFile: read(`${tables}/feedback`, {
    summary: '意见采纳情况反馈（文件）',
    query: { format: z.enum(['docx', 'html']).default('docx') },
    produces: mediaTypes.docx,
  }),
};

@ApiController('征求意见')
export class ConsultationTablesController {
  constructor(
    private readonly dispositions: DispositionTableQuery,
    private readonly summaries: UnitSummaryQuery,
    private readonly feedbacks: FeedbackQuery,
  ) {}

  @Route(routes.disposition)
  async disposition({ params, query: { format } }: InputOf<typeof routes.disposition>) {
    const content = await this.dispositions.render(params.compilationId, format);
    return download(content, mediaTypes[format], `征求意见汇总处理表.${format}`);
  }

  @Route(routes.unitSummary)
  async unitSummary({ params, query }: InputOf<typeof routes.unitSummary>) {
    return pageFrom(await this.summaries.rows(params.compilationId), query, ({ unitId }) => unitId);
  }

  @Route(routes.unitSummaryFile)
  async unitSummaryFile({ params, query: { format } }: InputOf<typeof routes.unitSummaryFile>) {
    const content = await this.summaries.render(params.compilationId, format);
    return download(content, mediaTypes[format], `征求意见按单位汇总.${format}`);
  }

  @Route(routes.feedback)
  feedback({ params }: InputOf<typeof routes.feedback>) {
    return this.feedbacks.latest(params.compilationId);
  }

  @Route(routes.feedbackFile)
  async feedbackFile({ params, query: { format } }: InputOf<typeof routes.feedbackFile>) {
    const content = await this.feedbacks.render(params.compilationId, format);
    return download(content, mediaTypes[format], `意见采纳情况反馈.${format}`);
  }
}
