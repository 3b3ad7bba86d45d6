import { z } from 'zod';
import { type CodePurpose } from '../../access/index.js';
import { SubmissionsQuery, SubmitMaterialUseCase } from '../../materials/index.js';
import { WithdrawObligationUseCase } from '../../obligations/index.js';
import { type Actor } from '../../platform/index.js';
import {
  form,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
  type Visitor,
} from '../../web/index.js';
import { codeSent, Confirmation, statusOf, submitting } from './confirmation.js';
import { UnitHeads } from './unit-head.js';
import { codeHolderOf, scopeOf } from './unit-scope.js';

const by = ['unit'] as const;
const codeBody = z.object({ code: z.string().max(20) });
const routes = {
  submit: page('/unit/submit', { by }),
  sendForSubmit: form('/unit/submit/code', { by, body: nothing }),
  doSubmit: form('/unit/submit', { by, body: codeBody }),
  withdraw: page('/unit/withdraw', { by }),
  sendForWithdraw: form('/unit/withdraw/code', { by, body: nothing }),
  doWithdraw: form('/unit/withdraw', { by, body: codeBody }),
};

const withdrawing: CodePurpose = { key: 'withdraw', act: '撤回' };

/** Handing in a material and taking back what was handed in, each with the mailed code. */
@PageController()
export class HandInController {
  constructor(
    private readonly heads: UnitHeads,
    private readonly submissions: SubmissionsQuery,
    private readonly submitMaterial: SubmitMaterialUseCase,
    private readonly withdrawal: WithdrawObligationUseCase,
    private readonly confirmation: Confirmation,
  ) {}

  @OnPage(routes.submit)
  submit({ visitor, actor }: PageInput<typeof routes.submit>) {
    return this.submitPage(visitor, actor, null);
  }

  @OnPage(routes.sendForSubmit)
  async sendForSubmit({ visitor, actor }: PageInput<typeof routes.sendForSubmit>) {
    await this.confirmation.send(codeHolderOf(visitor, actor), submitting);
    return seeOther('/unit/submit', codeSent);
  }

  @OnPage(routes.doSubmit)
  async doSubmit({ visitor, actor, body }: PageInput<typeof routes.doSubmit>) {
    const { compilationId, aboutId } = scopeOf(visitor);
    const refused = await this.confirmation.enter(codeHolderOf(visitor, actor), submitting, body.code);
    if (refused !== null) return this.submitPage(visitor, actor, refused);
    await this.submitMaterial.execute(compilationId, actor, aboutId);
    return seeOther('/unit', '已报送。回执已发给登记的联络员，也可以在本页打印。');
  }

  @OnPage(routes.withdraw)
  withdraw({ visitor, actor }: PageInput<typeof routes.withdraw>) {
    return this.withdrawPage(visitor, actor, null);
  }

  @OnPage(routes.sendForWithdraw)
  async sendForWithdraw({ visitor, actor }: PageInput<typeof routes.sendForWithdraw>) {
    await this.confirmation.send(codeHolderOf(visitor, actor), withdrawing);
    return seeOther('/unit/withdraw', codeSent);
  }

  @OnPage(routes.doWithdraw)
  async doWithdraw({ visitor, actor, body }: PageInput<typeof routes.doWithdraw>) {
    const { compilationId, aboutId } = scopeOf(visitor);
    const refused = await this.confirmation.enter(codeHolderOf(visitor, actor), withdrawing, body.code);
    if (refused !== null) return this.withdrawPage(visitor, actor, refused);
    await this.withdrawal.execute(compilationId, actor, aboutId);
    return seeOther('/unit', '已撤回，可以修改后重新报送。');
  }

  private async submitPage(visitor: Visitor, actor: Actor, refused: string | null) {
    const { compilationId, aboutId } = scopeOf(visitor);
    const { row, view: head, open } = await this.heads.of(compilationId, aboutId);
    if (!open || row.kind !== 'material') return seeOther('/unit');
    const { missing, warnings, length } = await this.submissions.material(compilationId, aboutId);
    if (missing.length > 0) return seeOther('/unit#check', `还差${missing.length}项，补齐后可以报送。`);
    const code = await this.confirmation.view(codeHolderOf(visitor, actor), submitting, refused);
    const view = { head, warnings, characters: length.characters, late: row.late, code };
    return show('unit/submit', view, { title: '确认报送', layout: 'guest', status: statusOf(refused) });
  }

  private async withdrawPage(visitor: Visitor, actor: Actor, refused: string | null) {
    const { compilationId, aboutId } = scopeOf(visitor);
    const { row, view: head } = await this.heads.of(compilationId, aboutId);
    if (row.state !== 'submitted') return seeOther('/unit');
    const code = await this.confirmation.view(codeHolderOf(visitor, actor), withdrawing, refused);
    const view = { head, code, isMaterial: row.kind === 'material' };
    return show('unit/withdraw', view, { title: '撤回修改', layout: 'guest', status: statusOf(refused) });
  }
}
