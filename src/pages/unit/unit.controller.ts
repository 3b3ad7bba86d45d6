import { z } from 'zod';
import { AcknowledgeObligationUseCase, ExtensionRequestsUseCase } from '../../obligations/index.js';
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
import { scopeOf } from './unit-scope.js';

const by = ['unit'] as const;
const routes = {
  start: page('/unit', { by }),
  acknowledge: form('/unit/acknowledgement', { by, body: nothing }),
  extension: form('/unit/extension', {
    by,
    body: z.object({ until: z.string().min(1, { error: '请选择拟报送的日期' }), reason: z.string() }),
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
    private readonly acknowledgement: AcknowledgeObligationUseCase,
    private readonly extensions: ExtensionRequestsUseCase,
  ) {}

  @OnPage(routes.start)
  async start({ visitor }: PageInput<typeof routes.start>) {
    const { compilationId, aboutId } = scopeOf(visitor);
    const { row, open } = await this.heads.of(compilationId, aboutId);
    const options = { title: row.title, layout: 'guest' as const };
    if (!open) return show('unit/receipt', await this.receipts.view(compilationId, aboutId), options);
    if (row.kind === 'material')
      return show('unit/material', await this.materials.view(compilationId, aboutId), options);
    return show('unit/reply', await this.replies.view(compilationId, aboutId), options);
  }

  @OnPage(routes.acknowledge)
  async acknowledge({ visitor, actor }: PageInput<typeof routes.acknowledge>) {
    const { compilationId, aboutId } = scopeOf(visitor);
    await this.acknowledgement.execute(compilationId, actor, aboutId);
    return seeOther('/unit', '已签收，秘书处已知悉。');
  }

  @OnPage(routes.extension)
  async extend({ visitor, actor, body }: PageInput<typeof routes.extension>) {
    const { compilationId, aboutId } = scopeOf(visitor);
    await this.extensions.request(compilationId, actor, aboutId, body);
    return seeOther('/unit', '延期申请已提交。答复以邮件发给登记的联络员，答复之前原期限仍然有效。');
  }
}
