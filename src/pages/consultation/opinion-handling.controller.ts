import { z } from 'zod';
import { assignOpinions, confirmUnchanged } from '../../consultation/index.js';
import { ActRunner } from '../../engine/index.js';
import { secretariat } from '../../platform/index.js';
import {
  actFormOf,
  form,
  formsOf,
  OnPage,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { inConsultation } from './consultation-nav.js';
import { filterOf, queueShape, workbenchPath } from './opinion-filter.js';
import { RegisterNames } from './register-names.js';

const opinion = `${inConsultation}/opinions/:opinionId` as const;
const { handler } = assignOpinions.input.shape;
const { reason } = confirmUnchanged.input.shape;

const routes = {
  assign: form(`${opinion}/assign`, {
    by: secretariat,
    body: z.object({ handler, ...queueShape }),
    act: assignOpinions,
  }),
};

export const UnchangedForms = formsOf({
  confirmUnchanged: actFormOf(confirmUnchanged, `${opinion}/confirm-unchanged`, {
    fields: z.object({ reason, ...queueShape }),
    read: (body, { opinionId }) => ({ opinionIds: [opinionId], reason: body.reason }),
    then: ({ params, body }) =>
      seeOther(
        workbenchPath(params.compilationId, params.opinionId, filterOf(body.queue)),
        '已写明文字不作改动的理由，印入汇总处理表和采纳情况反馈。',
      ),
  }),
});

/** An opinion is given to a post, after which it is still the one at hand. */
@PageController()
export class OpinionHandlingController {
  constructor(
    private readonly runner: ActRunner,
    private readonly names: RegisterNames,
  ) {}

  @OnPage(routes.assign)
  async assign({ params, body, actor }: PageInput<typeof routes.assign>) {
    const { compilationId, opinionId } = params;
    const order = { opinionIds: [opinionId], handler: body.handler };
    await this.runner.perform(assignOpinions, { compilationId, actor }, order);
    const here = workbenchPath(compilationId, opinionId, filterOf(body.queue));
    const postName = await this.names.postName();
    return seeOther(here, `已分派给${postName(body.handler, '承办岗位')}。`);
  }
}
