import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { unitOrSecretariat } from '../platform/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  instantText,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { AcknowledgeObligationUseCase } from './acknowledge-obligation.use-case.js';
import { BeginObligationUseCase } from './begin-obligation.use-case.js';
import { ExtendObligationUseCase } from './extend-obligation.use-case.js';
import { ExtensionRequestsUseCase } from './extension-requests.use-case.js';
import {
  declineRequestSchema,
  extendSchema,
  grantRequestSchema,
  requestExtensionSchema,
} from './obligations.dto.js';
import { ObligationsQuery } from './obligations.query.js';
import { WithdrawObligationUseCase } from './withdraw-obligation.use-case.js';

const one = `${inCompilation}/obligations/:obligationId` as const;
const requests = `${inCompilation}/extension-requests` as const;

const requestView = z.object({
  requestId: z.string(),
  obligationId: z.string(),
  unitName: z.string(),
  title: z.string(),
  reason: z.string(),
  until: calendarDateSchema,
  requestedAt: instantText,
});

const routes = {
  acknowledge: write(`${one}/acknowledge`, {
    by: unitOrSecretariat,
    summary: '单位签收通知；已签收的不变',
    response: z.object({ acknowledgedAt: instantText }),
  }),
  begin: write(`${one}/begin`, { by: unitOrSecretariat, summary: '单位开始填报' }),
  withdraw: write(`${one}/withdraw`, { summary: '单位撤回已报送而未受理的材料' }),
  extend: write(`${one}/extend`, {
    summary: '准予延期，须写明理由和批准职务；提醒和日程随之调整',
    body: extendSchema,
    example: { until: '2021-08-06', reason: '数据须待统计部门核定', approver: '秘书处负责人' },
  }),
  request: write(`${one}/extension-requests`, {
    by: unitOrSecretariat,
    summary: '单位申请延期',
    body: requestExtensionSchema,
    example: { until: '2021-08-06', reason: '数据须待统计部门核定' },
    response: z.object({ requestId: z.string() }),
    status: 201,
  }),
  openRequests: read(requests, {
    summary: '待答复的延期申请',
    query: pageQuery,
    response: pageOf(requestView),
  }),
  grant: write(`${requests}/:requestId/grant`, {
    summary: '同意延期申请，可另定日期',
    body: grantRequestSchema,
    example: { approver: '秘书处负责人' },
  }),
  decline: write(`${requests}/:requestId/decline`, {
    summary: '不同意延期申请，须写明理由',
    body: declineRequestSchema,
    example: { reason: '汇总时间已无余量' },
  }),
};

@ApiController('报送任务')
export class ObligationDeadlinesController {
  constructor(
    private readonly query: ObligationsQuery,
    private readonly acknowledgeObligation: AcknowledgeObligationUseCase,
    private readonly beginObligation: BeginObligationUseCase,
    private readonly withdrawObligation: WithdrawObligationUseCase,
    private readonly extendObligation: ExtendObligationUseCase,
    private readonly extensionRequests: ExtensionRequestsUseCase,
  ) {}

  @Route(routes.acknowledge)
  acknowledge({ params, actor }: InputOf<typeof routes.acknowledge>) {
    return this.acknowledgeObligation.execute(params.compilationId, actor, params.obligationId);
  }

  @Route(routes.begin)
  begin({ params, actor }: InputOf<typeof routes.begin>) {
    return this.beginObligation.execute(params.compilationId, actor, params.obligationId);
  }

  @Route(routes.withdraw)
  withdraw({ params, actor }: InputOf<typeof routes.withdraw>) {
    return this.withdrawObligation.execute(params.compilationId, actor, params.obligationId);
  }

  @Route(routes.extend)
  extend({ params, actor, body }: InputOf<typeof routes.extend>) {
    return this.extendObligation.execute(params.compilationId, actor, params.obligationId, body);
  }

  @Route(routes.request)
  request({ params, actor, body }: InputOf<typeof routes.request>) {
    return this.extensionRequests.request(params.compilationId, actor, params.obligationId, body);
  }

  @Route(routes.openRequests)
  async openRequests({ params, query }: InputOf<typeof routes.openRequests>) {
    const open = await this.query.openRequests(params.compilationId);
    return pageFrom(open, query, ({ requestId }) => requestId);
  }

  @Route(routes.grant)
  grant({ params, actor, body }: InputOf<typeof routes.grant>) {
    return this.extensionRequests.grant(params.compilationId, actor, params.requestId, body);
  }

  @Route(routes.decline)
  decline({ params, actor, body }: InputOf<typeof routes.decline>) {
    return this.extensionRequests.decline(params.compilationId, actor, params.requestId, body);
  }
}
