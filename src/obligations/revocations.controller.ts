import { ApiController, exampleId, inCompilation, type InputOf, Route, write } from '../web/index.js';
import { revokeAcceptanceSchema, revokeWaiverSchema } from './obligations.dto.js';
import { RevokeSettlementUseCase } from './revoke-settlement.use-case.js';

const all = `${inCompilation}/obligations` as const;

const routes = {
  acceptance: write(`${all}/accept/revoke`, {
    summary: '撤销审核通过，可一次多家，须写明理由；回到待审核',
    body: revokeAcceptanceSchema,
    example: { ids: [exampleId], reason: '误勾选了该单位，其材料尚未审核' },
  }),
  waiver: write(`${all}/waive/revoke`, {
    summary: '撤销豁免，可一次多家，须写明理由；回到豁免之前的状态，告知该单位',
    body: revokeWaiverSchema,
    example: { ids: [exampleId], reason: '误勾选了该单位', until: '2021-08-02' },
  }),
};

/** What takes back an acceptance or a waiver. */
@ApiController('报送任务')
export class RevocationsController {
  constructor(private readonly revoke: RevokeSettlementUseCase) {}

  @Route(routes.acceptance)
  acceptance({ params, actor, body }: InputOf<typeof routes.acceptance>) {
    return this.revoke.acceptance(params.compilationId, actor, body);
  }

  @Route(routes.waiver)
  waiver({ params, actor, body }: InputOf<typeof routes.waiver>) {
    return this.revoke.waiver(params.compilationId, actor, body);
  }
}
