import { z } from 'zod';
import { acceptObligations, extendObligations, waiveObligations } from '../../obligations/index.js';
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

const base = '/c/:compilationId/materials/selection' as const;

const routes = {
  choose: form(base, {
    by: secretariat,
    body: z.object({ ...filterFields, act: z.enum(selectionActs), ids: several, all: ticked }),
  }),
};

/** Acts on several obligations at once: first what would happen, then the act. */
export const SelectionForms = formsOf({
  remind: actForm(remindNow, `${base}/remind`, {
    then: ({ params, result }) =>
      seeOther(materialsPath(params.compilationId), `已登记${result.queued}封催报邮件，在工作时间内发出。`),
  }),
  accept: actForm(acceptObligations, `${base}/accept`, {
    then: ({ params, input }) =>
      seeOther(materialsPath(params.compilationId), `已审核通过${input.ids.length}件。`),
  }),
  extend: actForm(extendObligations, `${base}/extend`, {
    then: ({ params, input }) =>
      seeOther(materialsPath(params.compilationId), `已将${input.ids.length}件延期，并逐家告知。`),
  }),
  waive: actForm(waiveObligations, `${base}/waive`, {
    then: ({ params, input }) =>
      seeOther(materialsPath(params.compilationId), `已豁免${input.ids.length}件。`),
  }),
});

@PageController()
export class SelectionController {
  constructor(private readonly pages: SelectionPage) {}

  /** Shows the effects; changes nothing. */
  @OnPage(routes.choose)
  async choose({ params, body, actor }: PageInput<typeof routes.choose>) {
    const view = await this.pages.view(params.compilationId, actor, body);
    return show('materials/selection', view, { title: view.title, nav: 'materials' });
  }
}
