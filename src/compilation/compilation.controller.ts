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
import { compilationView, gateView, memberView, statusView } from './compilation.views.js';
import { prepareCompilationSchema } from './prepare-compilation.dto.js';
import { prepareExample } from './prepare-compilation.example.js';
import { PrepareCompilationUseCase } from './prepare-compilation.use-case.js';

const routes = {
  list: read('/api/v1/compilations', {
    summary: '编制项目一览',
    query: pageQuery,
    response: pageOf(compilationView),
  }),
  prepare: write('/api/v1/compilations', {
    summary: '备妥一个编制项目（尚不启动）',
    body: prepareCompilationSchema,
    example: prepareExample,
    response: z.object({ compilationId: z.string() }),
    status: 201,
  }),
  status: read(`${inCompilation}/status`, {
    summary: '进行到哪一步、下一步是什么、还差什么',
    response: statusView,
  }),
  gates: read(`${inCompilation}/gates`, {
    summary: '现在可以办理的各个步骤及其条件',
    response: z.object({ items: z.array(gateView) }),
  }),
  draftingGroup: read(`${inCompilation}/drafting-group`, {
    summary: '起草工作组名单（职务，不含个人信息）',
    query: pageQuery,
    response: pageOf(memberView),
  }),
};

@ApiController('编制项目')
export class CompilationController {
  constructor(
    private readonly query: CompilationQuery,
    private readonly prepareCompilation: PrepareCompilationUseCase,
  ) {}

  @Route(routes.list)
  async list({ query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.list(), query, ({ id }) => id);
  }

  @Route(routes.prepare)
  prepare({ actor, body }: InputOf<typeof routes.prepare>) {
    return this.prepareCompilation.execute(actor, body);
  }

  @Route(routes.status)
  status({ params }: InputOf<typeof routes.status>) {
    return this.query.status(params.compilationId);
  }

  @Route(routes.gates)
  async gates({ params }: InputOf<typeof routes.gates>) {
    return { items: await this.query.gates(params.compilationId) };
  }

  @Route(routes.draftingGroup)
  async draftingGroup({ params, query }: InputOf<typeof routes.draftingGroup>) {
    const group = await this.query.draftingGroup(params.compilationId);
    return pageFrom(group, query, ({ id }) => id);
  }
}
