import { z } from 'zod';
import { ActRunner } from '../../engine/index.js';
import { acknowledgeObligation, requestExtension } from '../../obligations/index.js';
import {
  form,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { MaterialPage } from './material-page.js';
import { ReceiptPage } from './receipt-page.js';
import { ReplyPage } from './reply-page.js';
import { UnitHeads } from './unit-head.js';
import { scopeOf, unitPath } from './unit-scope.js';

const by = ['unit'] as const;
const routes = {
  owed: page('/unit', { by }),
  start: page('/unit/:obligationId', { by }),
  acknowledge: form('/unit/:obligationId/acknowledgement', { by, body: nothing, act: acknowledgeObligation }),
  extension: form('/unit/:obligationId/extension', {
    by,
    body: z.object({ until: z.string().min(1, { error: '请选择拟报送的日期' }), reason: z.string() }),
    act: requestExtension,
  }),
};

/** Where a unit's link leads: what it owes, and what it can do about it. */
@PageController()
export class UnitController {
  constructor(
    private readonly heads: UnitHeads,
    private readonly materials: MaterialPage,
    private readonly replies: ReplyPage,
    private readonly receipts: ReceiptPage,
    private readonly runner: ActRunner,
  ) {}

  /** The link that was opened names one of the things owed; its page lists the others. */
  @OnPage(routes.owed)
  owed({ visitor }: PageInput<typeof routes.owed>) {
    return seeOther(unitPath(visitor.scope!.aboutId));
  }

  @OnPage(routes.start)
  async start(visit: PageInput<typeof routes.start>) {
    const { compilationId, obligationId } = scopeOf(visit);
    const { row, open } = await this.heads.of(compilationId, obligationId);
    const options = { title: row.title, layout: 'guest' as const };
    if (!open) return show('unit/receipt', await this.receipts.view(compilationId, obligationId), options);
    if (row.kind === 'material')
      return show('unit/material', await this.materials.view(compilationId, obligationId), options);
    return show('unit/reply', await this.replies.view(compilationId, obligationId), options);
  }

  @OnPage(routes.acknowledge)
  async acknowledge(visit: PageInput<typeof routes.acknowledge>) {
    const { who, obligationId, path } = scopeOf(visit);
    await this.runner.perform(acknowledgeObligation, who, { obligationId });
    return seeOther(path, '已签收，秘书处已知悉。');
  }

  @OnPage(routes.extension)
  async extend(visit: PageInput<typeof routes.extension>) {
    const { who, obligationId, path } = scopeOf(visit);
    await this.runner.perform(requestExtension, who, { obligationId, ...visit.body });
    return seeOther(path, '延期申请已提交。答复以邮件发给登记的联络员，答复之前原期限仍然有效。');
  }
}
