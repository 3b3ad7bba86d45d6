import { z } from 'zod';
import { SubmissionTableQuery } from '../../materials/index.js';
import { declineExtension, grantExtension, ObligationRegisterQuery } from '../../obligations/index.js';
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
  picture,
  seeOther,
  show,
} from '../../web/index.js';
import { progressChart } from './progress-chart.js';
import { progressView } from './progress-view.js';
import { filterFields, materialsPath, registerFields } from './register-fields.js';
import { RegisterPage } from './register-page.js';

const base = '/c/:compilationId/materials' as const;

const routes = {
  register: page(base, { by: staff, query: registerFields }),
  chart: page(`${base}/progress.svg`, { by: staff, query: { kind: filterFields.kind } }),
  export: page(`${base}/export`, {
    by: staff,
    query: { format: z.enum(['xlsx', 'docx', 'csv']).default('xlsx') },
  }),
};

export const RequestForms = formsOf({
  grant: actForm(grantExtension, `${base}/requests/:requestId/grant`, {
    then: ({ params }) => seeOther(materialsPath(params.compilationId), '已同意延期申请，并告知该单位。'),
  }),
  decline: actForm(declineExtension, `${base}/requests/:requestId/decline`, {
    then: ({ params }) => seeOther(materialsPath(params.compilationId), '已答复不予延期，并告知该单位。'),
  }),
});

/** 报送: everything that is owed, and the requests for more time. */
@PageController()
export class RegisterController {
  constructor(
    private readonly pages: RegisterPage,
    private readonly registerQuery: ObligationRegisterQuery,
    private readonly table: SubmissionTableQuery,
  ) {}

  @OnPage(routes.register)
  async register({ params, query, actor }: PageInput<typeof routes.register>) {
    const view = await this.pages.view(params.compilationId, query, actor.kind === 'secretariat');
    return show('materials/register', view, { title: '报送', nav: 'materials' });
  }

  @OnPage(routes.chart)
  async chart({ params, query }: PageInput<typeof routes.chart>) {
    const { lines } = progressView(await this.registerQuery.breakdown(params.compilationId, query.kind));
    return picture(progressChart(lines));
  }

  @OnPage(routes.export)
  async export({ params, query: { format } }: PageInput<typeof routes.export>) {
    const content = await this.table.render(params.compilationId, format);
    return download(content, mediaTypes[format], `材料报送进度表.${format}`);
  }
}
