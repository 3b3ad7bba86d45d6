import { z } from 'zod';
import {
  DispositionTableQuery,
  FeedbackQuery,
  groupLikeOpinions,
  UnitSummaryQuery,
} from '../../consultation/index.js';
import { formatDateTime } from '../../calendar/index.js';
import { staff } from '../../platform/index.js';
import {
  actForm,
  download,
  formsOf,
  mediaTypes,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { dispositions } from '../../../workflows/index.js';
import { mayAct } from '../frame/may-act.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';
import { repliesView } from './landing-aside.js';
import { LandingPage } from './landing-page.js';
import { inboxPath } from './opinion-filter.js';

const tableFormat = z.enum(['docx', 'xlsx', 'csv'], { error: '应为 docx、xlsx 或者 csv' });

const routes = {
  landing: page(inConsultation, { by: staff }),
  replies: page(`${inConsultation}/replies`, { by: staff }),
  feedback: page(`${inConsultation}/feedback`, { by: staff }),
  feedbackFile: page(`${inConsultation}/feedback/file`, { by: staff }),
  table: page(`${inConsultation}/disposition-table`, { by: staff, query: { format: tableFormat } }),
  summary: page(`${inConsultation}/replies/table`, { by: staff, query: { format: tableFormat } }),
};

export const GroupingForms = formsOf({
  group: actForm(groupLikeOpinions, `${inConsultation}/groups`, {
    then: ({ params, result: { groups, members } }) =>
      seeOther(
        consultationPath(params.compilationId),
        groups === 0
          ? '没有找到相同或者相近的意见。'
          : `归为${groups}组同类意见，共${members}件；原件一件不少。`,
      ),
  }),
});

/** 征求意见: where it stands, the units' replies, the feedback, and the tables to take along. */
@PageController()
export class ConsultationPages {
  constructor(
    private readonly landingPage: LandingPage,
    private readonly summaries: UnitSummaryQuery,
    private readonly feedbacks: FeedbackQuery,
    private readonly tables: DispositionTableQuery,
  ) {}

  @OnPage(routes.landing)
  async landing({ params, visitor, actor }: PageInput<typeof routes.landing>) {
    const { compilationId } = params;
    const acts = mayAct(visitor, compilationId);
    const nav = consultationNav(compilationId, 'state', acts);
    const view = { ...(await this.landingPage.view(compilationId, actor.id)), nav, mayAct: acts };
    return show('consultation/landing', view, { title: '征求意见', nav: 'consultation' });
  }

  @OnPage(routes.replies)
  async replies({ params, visitor }: PageInput<typeof routes.replies>) {
    const { compilationId } = params;
    const rows = await this.summaries.rows(compilationId);
    const view = {
      nav: consultationNav(compilationId, 'replies', mayAct(visitor, compilationId)),
      replies: repliesView(await this.summaries.units(compilationId)),
      table: `${consultationPath(compilationId)}/replies/table`,
      materials: `/c/${compilationId}/materials`,
      dispositions: dispositions.map((name) => ({ name })),
      rows: rows.map((row) => ({
        ...row,
        href: inboxPath(compilationId, { unitId: row.unitId }),
        byDisposition: dispositions.map((name) => ({ name, count: row.byDisposition[name] })),
        silent: row.reply === '未回函',
      })),
    };
    return show('consultation/replies', view, { title: '各单位回函', nav: 'consultation' });
  }

  @OnPage(routes.feedback)
  async feedback({ params, visitor }: PageInput<typeof routes.feedback>) {
    const { compilationId } = params;
    const found = await this.feedbacks.published(compilationId);
    const acts = mayAct(visitor, compilationId);
    const view = {
      nav: consultationNav(compilationId, 'feedback', acts),
      file: `${consultationPath(compilationId)}/feedback/file`,
      step: acts ? `/c/${compilationId}/overview/steps/completeAppraisalDraft` : null,
      feedback: found && {
        title: found.title,
        publishedAt: formatDateTime(found.publishedAt),
        digest: found.digest,
        total: found.counts.total,
        parts: dispositions.map((word) => ({ word, count: found.counts[word] })),
        paragraphs: found.text.split('\n').filter((line) => line.trim() !== ''),
        publicPath: `/feedback/${compilationId}`,
      },
    };
    return show('consultation/feedback', view, { title: '采纳情况反馈', nav: 'consultation' });
  }

  @OnPage(routes.feedbackFile)
  async feedbackFile({ params }: PageInput<typeof routes.feedbackFile>) {
    const content = await this.feedbacks.render(params.compilationId, 'docx');
    return download(content, mediaTypes.docx, '意见采纳情况反馈.docx');
  }

  @OnPage(routes.table)
  async table({ params, query: { format } }: PageInput<typeof routes.table>) {
    const content = await this.tables.render(params.compilationId, format);
    return download(content, mediaTypes[format], `征求意见汇总处理表.${format}`);
  }

  @OnPage(routes.summary)
  async summary({ params, query: { format } }: PageInput<typeof routes.summary>) {
    const content = await this.summaries.render(params.compilationId, format);
    return download(content, mediaTypes[format], `征求意见按单位汇总.${format}`);
  }
}
