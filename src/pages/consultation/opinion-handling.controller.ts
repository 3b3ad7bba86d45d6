import { z } from 'zod';
import { AssignOpinionsUseCase, ConfirmUnchangedUseCase } from '../../consultation/index.js';
import { secretariat } from '../../platform/index.js';
import { form, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { inConsultation } from './consultation-nav.js';
import { filterOf, workbenchPath } from './opinion-filter.js';
import { RegisterNames } from './register-names.js';

const opinion = `${inConsultation}/opinions/:opinionId` as const;
const text = z.string().default('');
const queue = z.string().max(1000).default('');

const routes = {
  assign: form(`${opinion}/assign`, { by: secretariat, body: z.object({ handler: text, queue }) }),
  confirmUnchanged: form(`${opinion}/confirm-unchanged`, {
    by: secretariat,
    body: z.object({ reason: text, queue }),
  }),
};

/** What is done to one opinion after which it is still the one at hand. */
@PageController()
export class OpinionHandlingController {
  constructor(
    private readonly assignOpinions: AssignOpinionsUseCase,
    private readonly confirmUnchanged: ConfirmUnchangedUseCase,
    private readonly names: RegisterNames,
  ) {}

  @OnPage(routes.assign)
  async assign({ params, body, actor }: PageInput<typeof routes.assign>) {
    const { compilationId, opinionId } = params;
    const order = { opinionIds: [opinionId], handler: body.handler };
    await this.assignOpinions.execute(compilationId, actor, order);
    const here = workbenchPath(compilationId, opinionId, filterOf(body.queue));
    const postName = await this.names.postName();
    return seeOther(here, `已分派给${postName(body.handler, '承办岗位')}。`);
  }

  @OnPage(routes.confirmUnchanged)
  async unchanged({ params, body, actor }: PageInput<typeof routes.confirmUnchanged>) {
    const { compilationId, opinionId } = params;
    const order = { opinionIds: [opinionId], reason: body.reason };
    await this.confirmUnchanged.execute(compilationId, actor, order);
    const here = workbenchPath(compilationId, opinionId, filterOf(body.queue));
    return seeOther(here, '已写明文字不作改动的理由，印入汇总处理表和采纳情况反馈。');
  }
}
