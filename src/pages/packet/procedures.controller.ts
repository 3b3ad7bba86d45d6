import { z } from 'zod';
import {
  type ProcedureKind,
  procedureKinds,
  ProcedureScans,
  recordProcedure,
  withdrawProcedure,
} from '../../compilation/index.js';
import { ActRunner } from '../../engine/index.js';
import { NotFound, secretariat, staff } from '../../platform/index.js';
import {
  actForm,
  download,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { packetPath } from './packet-words.js';
import { contentOf } from './procedure-fields.js';
import { ProceduresPage } from './procedures-page.js';

const procedures = '/c/:compilationId/packet/procedures' as const;
const routes = {
  list: page(procedures, { by: staff }),
  record: form(`${procedures}/:kind`, {
    by: secretariat,
    body: z.record(z.string(), z.unknown()),
    file: true,
    act: recordProcedure,
  }),
  scan: page(`${procedures}/records/:recordId/scan`, { by: staff }),
};

export const ProcedureForms = formsOf({
  withdraw: actForm(withdrawProcedure, `${procedures}/records/:recordId/withdraw`, {
    then: ({ params, result: { kind } }) =>
      seeOther(
        `${packetPath(params.compilationId)}/procedures#${kind}`,
        `已撤回该次登记的${procedureKinds[kind].title}，事由记入台账。`,
      ),
  }),
});

const scanTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;

/** 程序性文件: reviews by other offices, reports and decisions, put on file with their scans. */
@PageController()
export class ProceduresPagesController {
  constructor(
    private readonly pages: ProceduresPage,
    private readonly runner: ActRunner,
    private readonly scans: ProcedureScans,
  ) {}

  @OnPage(routes.list)
  async list({ params, visitor }: PageInput<typeof routes.list>) {
    const view = await this.pages.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('packet/procedures', view, { title: '程序性文件', nav: 'packet' });
  }

  @OnPage(routes.record)
  async record({ params, actor, body, file }: PageInput<typeof routes.record>) {
    const { compilationId } = params;
    const kind = kindOf(params.kind);
    const fileDigest = file === null ? null : await this.scans.keep(file.bytes);
    const record = { kind, content: contentOf(kind, body), fileDigest, began: body.began };
    await this.runner.performAny(recordProcedure, { compilationId, actor }, record);
    const { title } = procedureKinds[kind];
    return seeOther(`${packetPath(compilationId)}/procedures#${kind}`, `已登记${title}，以本次登记的为准。`);
  }

  @OnPage(routes.scan)
  async scan({ params }: PageInput<typeof routes.scan>) {
    const { kind, bytes } = await this.scans.of(params.compilationId, params.recordId);
    return download(bytes, scanTypes[kind], `扫描件.${kind === 'jpeg' ? 'jpg' : kind}`);
  }
}

function kindOf(kind: string): ProcedureKind {
  if (!Object.hasOwn(procedureKinds, kind)) throw new NotFound('程序性文件种类', kind);
  return kind as ProcedureKind;
}
