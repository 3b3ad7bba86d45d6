import { z } from 'zod';
import { withdrawSchema } from '../engine/index.js';
import { beganInput } from '../platform/index.js';
import {
  ApiController,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { CompilationQuery } from './compilation.query.js';
import { procedureView } from './compilation.views.js';
import { procedureKindNames, procedureKinds } from './procedure-kinds.js';
import { ProcedureScans } from './procedure-scans.js';
import { RecordProcedureUseCase } from './record-procedure.use-case.js';
import { WithdrawProcedureUseCase } from './withdraw-procedure.use-case.js';

const fileDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: '应为已上传文件的摘要' })
  .nullable()
  .default(null)
  .describe('扫描件的摘要');
const [firstKind, ...otherKinds] = procedureKindNames.map((kind) =>
  z.strictObject({
    kind: z.literal(kind).describe(procedureKinds[kind].title),
    content: procedureKinds[kind].schema.strict(),
    fileDigest,
    began: beganInput,
  }),
);

const routes = {
  list: read(`${inCompilation}/procedures`, {
    summary: '已登记的程序性文件：成效评估、合法性审查、风险评估、公平竞争审查、请示报告、市政府审批',
    query: { ...pageQuery, kind: z.enum(procedureKindNames).optional() },
    response: pageOf(procedureView),
  }),
  record: write(`${inCompilation}/procedures`, {
    summary: '登记一项程序性文件；同类以最后登记的为准',
    body: z.discriminatedUnion('kind', [firstKind, ...otherKinds]),
    example: {
      kind: 'evaluation',
      content: { title: '2011—2020年规划实施成效评估报告', conclusion: '', completedOn: '2021-07-30' },
    },
    response: z.object({ id: z.string() }),
    status: 201,
  }),
  keep: write(`${inCompilation}/procedures/scans`, {
    summary: '上传一份扫描件（PDF、JPEG或者PNG），得到登记时所用的摘要',
    file: '扫描件（PDF、JPEG或者PNG），不超过20 MB',
    response: z.object({ fileDigest: z.string() }),
    status: 201,
  }),
  withdraw: write(`${inCompilation}/procedures/:recordId/withdraw`, {
    summary: '撤回一次误登的程序性文件；以前登记的重新算数',
    body: withdrawSchema,
    example: { reason: '误登' },
    response: z.object({ kind: z.enum(procedureKindNames) }),
  }),
};

@ApiController('程序性文件')
export class ProceduresController {
  constructor(
    private readonly query: CompilationQuery,
    private readonly recordProcedure: RecordProcedureUseCase,
    private readonly scans: ProcedureScans,
    private readonly withdrawProcedure: WithdrawProcedureUseCase,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const records = await this.query.procedures(params.compilationId, query.kind);
    return pageFrom(records, query, ({ id }) => id);
  }

  @Route(routes.keep)
  async keep({ file }: InputOf<typeof routes.keep>) {
    return { fileDigest: await this.scans.keep(file.bytes) };
  }

  @Route(routes.record)
  record({ params, actor, body }: InputOf<typeof routes.record>) {
    const { kind, content, fileDigest, began } = body;
    return this.recordProcedure.execute(params.compilationId, actor, kind, content, fileDigest, began);
  }

  @Route(routes.withdraw)
  withdraw({ params, actor, body }: InputOf<typeof routes.withdraw>) {
    return this.withdrawProcedure.execute(params.compilationId, actor, params.recordId, body);
  }
}
