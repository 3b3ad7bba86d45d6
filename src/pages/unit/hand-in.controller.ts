import { z } from 'zod';
import { type CodePurpose } from '../../access/index.js';
import { ActRunner } from '../../engine/index.js';
import { SubmissionsQuery, submitMaterial } from '../../materials/index.js';
import { withdrawObligation } from '../../obligations/index.js';
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
import { codeSent, Confirmation, statusOf, submitting } from './confirmation.js';
import { UnitHeads } from './unit-head.js';
import { codeHolderOf, scopeOf, type UnitVisit } from './unit-scope.js';

const by = ['unit'] as const;
const codeBody = z.object({ code: z.string().max(20) });
const routes = {
  submit: page('/unit/:obligationId/submit', { by }),
  sendForSubmit: form('/unit/:obligationId/submit/code', { by, body: nothing }),
  doSubmit: form('/unit/:obligationId/submit', { by, body: codeBody, act: submitMaterial }),
  withdraw: page('/unit/:obligationId/withdraw', { by }),
  sendForWithdraw: form('/unit/:obligationId/withdraw/code', { by, body: nothing }),
  doWithdraw: form('/unit/:obligationId/withdraw', { by, body: codeBody, act: withdrawObligation }),
};

const withdrawing: CodePurpose = { key: 'withdraw', act: '撤回' };

/** Handing in a material and taking back what was handed in, each with the mailed code. */
@PageController()
export class HandInController {
  constructor(
    private readonly heads: UnitHeads,
    private readonly submissions: SubmissionsQuery,
    private readonly runner: ActRunner,
    private readonly confirmation: Confirmation,
  ) {}

  @OnPage(routes.submit)
  submit(visit: PageInput<typeof routes.submit>) {
    return this.submitPage(visit, null);
  }

  @OnPage(routes.sendForSubmit)
  async sendForSubmit(visit: PageInput<typeof routes.sendForSubmit>) {
    await this.confirmation.send(codeHolderOf(visit), submitting);
    return seeOther(`${scopeOf(visit).path}/submit`, codeSent);
  }

  @OnPage(routes.doSubmit)
  async doSubmit(visit: PageInput<typeof routes.doSubmit>) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const refused = await this.confirmation.enter(codeHolderOf(visit), submitting, visit.body.code);
    if (refused !== null) return this.submitPage(visit, refused);
    await this.runner.perform(submitMaterial, { compilationId, actor: visit.actor }, { obligationId });
    return seeOther(path, '已报送。回执已发给登记的联络员，也可以在本页打印。');
  }

  @OnPage(routes.withdraw)
  withdraw(visit: PageInput<typeof routes.withdraw>) {
    return this.withdrawPage(visit, null);
  }

  @OnPage(routes.sendForWithdraw)
  async sendForWithdraw(visit: PageInput<typeof routes.sendForWithdraw>) {
    await this.confirmation.send(codeHolderOf(visit), withdrawing);
    return seeOther(`${scopeOf(visit).path}/withdraw`, codeSent);
  }

  @OnPage(routes.doWithdraw)
  async doWithdraw(visit: PageInput<typeof routes.doWithdraw>) {
    const { who, obligationId, path } = scopeOf(visit);
    const refused = await this.confirmation.enter(codeHolderOf(visit), withdrawing, visit.body.code);
    if (refused !== null) return this.withdrawPage(visit, refused);
    await this.runner.perform(withdrawObligation, who, { obligationId });
    return seeOther(path, '已撤回，可以修改后重新报送。');
  }

  private async submitPage(visit: UnitVisit, refused: string | null) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const { row, view: head, open } = await this.heads.of(compilationId, obligationId);
    if (!open || row.kind !== 'material') return seeOther(path);
    const { missing, warnings, length } = await this.submissions.material(compilationId, obligationId);
    if (missing.length > 0) return seeOther(`${path}#check`, `还差${missing.length}项，补齐后可以报送。`);
    const code = await this.confirmation.view(codeHolderOf(visit), submitting, refused);
    const view = { head, warnings, characters: length.characters, late: row.late, code };
    return show('unit/submit', view, { title: '确认报送', layout: 'guest', status: statusOf(refused) });
  }

  private async withdrawPage(visit: UnitVisit, refused: string | null) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const { row, view: head } = await this.heads.of(compilationId, obligationId);
    if (row.state !== 'submitted') return seeOther(path);
    const code = await this.confirmation.view(codeHolderOf(visit), withdrawing, refused);
    const view = { head, code, isMaterial: row.kind === 'material' };
    return show('unit/withdraw', view, { title: '撤回修改', layout: 'guest', status: statusOf(refused) });
  }
}
