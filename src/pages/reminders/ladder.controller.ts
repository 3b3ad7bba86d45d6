import { secretariat, staff } from '../../platform/index.js';
import { editLadder } from '../../reminders/index.js';
import {
  actFormOf,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { ladderBody, rungsFrom } from './ladder-form.js';
import { LadderPage } from './ladder-page.js';
import { remindersPath } from './reminders-paths.js';

const base = '/c/:compilationId/reminders/ladder' as const;

const routes = {
  ladder: page(base, { by: staff }),
  preview: form(`${base}/preview`, { by: secretariat, body: ladderBody }),
};

export const LadderForms = formsOf({
  edit: actFormOf(editLadder, base, {
    fields: ladderBody,
    read: (body) => ({ revision: body.revision, rungs: rungsFrom(body) }),
    then: ({ params, result }) =>
      seeOther(remindersPath(params.compilationId, 'ladder'), `已改用第${result.revision}版提醒阶梯。`),
  }),
});

/** 提醒阶梯: which rung goes when and to whom; another ladder is looked at before it is taken. */
@PageController()
export class LadderController {
  constructor(private readonly pages: LadderPage) {}

  @OnPage(routes.ladder)
  async ladder({ params, actor }: PageInput<typeof routes.ladder>) {
    const view = await this.pages.view(params.compilationId, actor.kind === 'secretariat');
    return show('reminders/ladder', view, { title: '提醒阶梯', nav: 'reminders' });
  }

  /** Changes nothing. */
  @OnPage(routes.preview)
  async preview({ params, body }: PageInput<typeof routes.preview>) {
    const view = await this.pages.comparison(params.compilationId, body);
    return show('reminders/ladder-preview', view, { title: '提醒阶梯的变化', nav: 'reminders' });
  }
}
