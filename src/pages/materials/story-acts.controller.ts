import { z } from 'zod';
import { renewLink } from '../../access/index.js';
import {
  AcceptObligationsUseCase,
  ExtendObligationUseCase,
  ReturnObligationUseCase,
  RevokeSettlementUseCase,
  WaiveObligationsUseCase,
} from '../../obligations/index.js';
import { secretariat } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
  nothing,
  OnPage,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { partTitles } from '../../materials/index.js';
import { chosen } from '../words/form-fields.js';
import { commentOn } from './document-view.js';
import { storyPath } from './register-fields.js';

const one = '/c/:compilationId/materials/:obligationId' as const;
const by = secretariat;
const comment = z.string().trim().default('');

const routes = {
  accept: form(`${one}/accept`, { by, body: nothing }),
  sendBack: form(`${one}/return`, {
    by,
    body: z.object({
      currentState: comment,
      shortcomings: comment,
      goals: comment,
      measures: comment,
      report: comment,
      general: comment,
      resubmitBy: chosen(z.string()),
    }),
  }),
  extend: form(`${one}/extend`, {
    by,
    body: z.object({ until: z.string(), reason: z.string(), approver: z.string() }),
  }),
  waive: form(`${one}/waive`, { by, body: z.object({ reason: z.string(), approver: z.string() }) }),
  revokeAcceptance: form(`${one}/accept/revoke`, { by, body: z.object({ reason: z.string() }) }),
  revokeWaiver: form(`${one}/waive/revoke`, {
    by,
    body: z.object({ reason: z.string(), until: chosen(z.string()) }),
  }),
};

export const StoryForms = formsOf({
  renew: actForm(renewLink, `${one}/renew-link`, {
    given: { kind: () => 'unit' as const, aboutId: ({ obligationId }) => obligationId },
    then: ({ params }) =>
      seeOther(
        storyPath(params.compilationId, params.obligationId),
        '已更新链接：以前邮件中的链接全部失效，此后寄出的邮件带新链接。',
      ),
  }),
});

/** What the secretariat does with one obligation. */
@PageController()
export class StoryActsController {
  constructor(
    private readonly acceptObligations: AcceptObligationsUseCase,
    private readonly returnObligation: ReturnObligationUseCase,
    private readonly extendObligation: ExtendObligationUseCase,
    private readonly waiveObligations: WaiveObligationsUseCase,
    private readonly revoke: RevokeSettlementUseCase,
  ) {}

  @OnPage(routes.accept)
  async accept({ params, actor }: PageInput<typeof routes.accept>) {
    const { compilationId, obligationId } = params;
    await this.acceptObligations.execute(compilationId, actor, { ids: [obligationId] });
    return seeOther(storyPath(compilationId, obligationId), '已审核通过。');
  }

  /** Comments on a part keep the part's title, so that they stand beside it afterwards. */
  @OnPage(routes.sendBack)
  async sendBack({ params, body, actor }: PageInput<typeof routes.sendBack>) {
    const { compilationId, obligationId } = params;
    const { resubmitBy, general, ...onParts } = body;
    const beside = Object.entries(onParts)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => commentOn(partTitles[key as keyof typeof partTitles], text));
    const comments = [...beside, ...(general === '' ? [] : [general])];
    await this.returnObligation.execute(compilationId, actor, obligationId, { comments, resubmitBy });
    return seeOther(
      storyPath(compilationId, obligationId),
      `已退回补正，并将${comments.length}条意见告知该单位。`,
    );
  }

  @OnPage(routes.extend)
  async extend({ params, body, actor }: PageInput<typeof routes.extend>) {
    const { compilationId, obligationId } = params;
    await this.extendObligation.execute(compilationId, actor, obligationId, body);
    return seeOther(storyPath(compilationId, obligationId), '已延期，并告知该单位。');
  }

  @OnPage(routes.waive)
  async waive({ params, body, actor }: PageInput<typeof routes.waive>) {
    const { compilationId, obligationId } = params;
    await this.waiveObligations.execute(compilationId, actor, { ...body, ids: [obligationId] });
    return seeOther(storyPath(compilationId, obligationId), '已豁免。');
  }

  @OnPage(routes.revokeAcceptance)
  async revokeAcceptance({ params, body, actor }: PageInput<typeof routes.revokeAcceptance>) {
    const { compilationId, obligationId } = params;
    await this.revoke.acceptance(compilationId, actor, { ...body, ids: [obligationId] });
    return seeOther(storyPath(compilationId, obligationId), '已撤销审核通过，回到待审核。');
  }

  @OnPage(routes.revokeWaiver)
  async revokeWaiver({ params, body, actor }: PageInput<typeof routes.revokeWaiver>) {
    const { compilationId, obligationId } = params;
    await this.revoke.waiver(compilationId, actor, { ...body, ids: [obligationId] });
    return seeOther(storyPath(compilationId, obligationId), '已撤销豁免，并告知该单位。');
  }
}
