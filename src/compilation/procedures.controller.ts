import { z } from 'zod';
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
import { procedureKindNames } from './procedure-kinds.js';
import { ProcedureScans } from './procedure-scans.js';

const routes = {
  list: read(`${inCompilation}/procedures`, {
    summary: '已登记的程序性文件：成效评估、合法性审查、风险评估、公平竞争审查、请示报告、市政府审批',
    query: { ...pageQuery, kind: z.enum(procedureKindNames).optional() },
    response: pageOf(procedureView),
  }),
  keep: write(`${inCompilation}/procedures/scans`, {
    summary: '上传一份扫描件（PDF、JPEG或者PNG），得到登记时所用的摘要',
    file: '扫描件（PDF、JPEG或者PNG），不超过20 MB',
    response: z.object({ fileDigest: z.string() }),
    status: 201,
  }),
};

@ApiController('程序性文件')
export class ProceduresController {
  constructor(
    private readonly query: CompilationQuery,
    private readonly scans: ProcedureScans,
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
}
