import { z } from 'zod';
import {
  AcceptObligationsUseCase,
  ExtendObligationUseCase,
  WaiveObligationsUseCase,
} from '../../obligations/index.js';
import { secretariat } from '../../platform/index.js';
import { remindNow } from '../../reminders/index.js';
import {
  actForm,
  form,
  formsOf,
  OnPage,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { several, ticked } from '../words/form-fields.js';
import { filterFields, materialsPath } from './register-fields.js';
import { SelectionPage, selectionActs } from './selection-page.js';

const base = '/c/:compilationId/materials' as const;
const by = secretariat;
const ids = several;

const routes = {
  choose: form(`${base}/selection`, {
    by,
    body: z.object({ ...filterFields, act: z.enum(selectionActs), ids, all: ticked }),
  }),
  accept: form(`${base}/selection/accept`, { by, body: z.object({ ids }) }),
  extend: form(`${base}/selection/extend`, {
    by,
    body: z.object({ ids, until: z.string(), reason: z.string(), approver: z.string() }),
  }),
  waive: form(`${base}/selection/waive`, {
    by,
    body: z.object({ ids, reason: z.string(), approver: z.string() }),
  }),
};

export const SelectionForms = formsOf({
  remind: actForm(remindNow, `${base}/selection/remind`, {
    then: ({ params, result }) =>
      seeOther(materialsPath(params.compilationId), `已登记${result.queued}封催报邮件，在工作时间内发出。`),
  }),
});

/** Acts on several obligations at once: first what would happen, then the act. */
@PageController()
export class SelectionController {
  constructor(
    private readonly pages: SelectionPage,
    private readonly acceptObligations: AcceptObligationsUseCase,
    private readonly extendObligation: ExtendObligationUseCase,
    private readonly waiveObligations: WaiveObligationsUseCase,
  ) {}

  /** Shows the effects; changes nothing. */
  @OnPage(routes.choose)
  async choose({ params, body, actor }: PageInput<typeof routes.choose>) {
    const view = await this.pages.view(params.compilationId, actor, body);
    return show('materials/selection', view, { title: view.title, nav: 'materials' });
  }

  @OnPage(routes.accept)
  async accept({ params, body, actor }: PageInput<typeof routes.accept>) {
    await this.acceptObligations.execute(params.compilationId, actor, body);
    return seeOther(materialsPath(params.compilationId), `已审核通过${body.ids.length}件。`);
  }

  @OnPage(routes.extend)
  async extend({ params, body, actor }: PageInput<typeof routes.extend>) {
    await this.extendObligation.executeAll(params.compilationId, actor, body);
    return seeOther(materialsPath(params.compilationId), `已将${body.ids.length}件延期，并逐家告知。`);
  }

  @OnPage(routes.waive)
  async waive({ params, body, actor }: PageInput<typeof routes.waive>) {
    await this.waiveObligations.execute(params.compilationId, actor, body);
    return seeOther(materialsPath(params.compilationId), `已豁免${body.ids.length}件。`);
  }
}
