import { z } from 'zod';
import { formatDateTime } from '../../calendar/index.js';
import {
  CompilationQuery,
  noticeNumberContent,
  procedureContent,
  type ProcedureKind,
  procedureKinds,
  ProcedureScans,
  recordProcedure,
  registerNotice,
} from '../../compilation/index.js';
import { ActRunner } from '../../engine/index.js';
import { beganInput, markOf, secretariat, staff } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { areaPath } from '../frame/navigation.js';
import { PartyNames } from '../words/party-names.js';
import { SettingsPages, settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/procedures';

const routes = {
  list: page(base, { by: staff }),
  evaluation: form(`${base}/evaluation`, {
    by: secretariat,
    file: true,
    body: z.object({
      title: z.string().max(500),
      conclusion: z.string().max(50_000),
      completedOn: z.string().max(20),
      began: beganInput,
    }),
    act: recordProcedure,
  }),
};

export const NoticeForms = formsOf({
  number: actForm(registerNotice, `${base}/notice`, {
    then: ({ params, result }) =>
      seeOther(
        settingsPath(params.compilationId, 'procedures'),
        `通知的发文字号登记为${result.documentNumber}。`,
      ),
  }),
});

/** What the fields of a record are called. */
const fieldTitles: Record<string, string> = {
  title: '名称',
  conclusion: '结论',
  completedOn: '完成日期',
  sentOn: '送审日期',
  returnedOn: '意见回复日期',
  office: '审查机构',
  opinion: '意见',
  points: '要点',
  reportedOn: '报告日期',
  documentNumber: '文号',
  decision: '决定',
  decidedOn: '决定日期',
  approvalNumber: '批准文号',
};

/** 程序登记: the number of the notice, the evaluation of the last plan, and what else is on file. */
@PageController()
export class SettingsProceduresController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly compilations: CompilationQuery,
    private readonly runner: ActRunner,
    private readonly scans: ProcedureScans,
    private readonly parties: PartyNames,
  ) {}

  @OnPage(routes.list)
  async list(input: PageInput<typeof routes.list>) {
    const { compilationId } = input.params;
    const { documentNumber, noticeTitle, startedAt } = await this.compilations.only(compilationId);
    const titleOf = await this.parties.titles();
    const records = await this.compilations.procedures(compilationId);
    const evaluation = records.filter(({ kind }) => kind === 'evaluation').at(-1);
    const view = {
      ...{ documentNumber, noticeTitle },
      began: {
        number: markOf(noticeNumberContent(documentNumber)),
        evaluation: markOf(procedureContent(evaluation ?? null)),
      },
      numberOpen: startedAt === null,
      evaluated: evaluation !== undefined && evaluation.fileDigest !== null,
      records: records.reverse().map((record) => ({
        title: procedureKinds[record.kind as ProcedureKind].title,
        facts: factsOf(record.content),
        fileDigest: record.fileDigest,
        at: formatDateTime(record.recordedAt),
        by: titleOf(record.recordedBy),
      })),
      register: settingsPath(compilationId, 'procedures', 'notice'),
      evaluate: settingsPath(compilationId, 'procedures', 'evaluation'),
      packet: areaPath(compilationId, 'packet'),
    };
    return this.pages.show('procedures', 'procedures', '程序登记', view, input);
  }

  @OnPage(routes.evaluation)
  async evaluation({ params, body, file, actor }: PageInput<typeof routes.evaluation>) {
    const { compilationId } = params;
    const { began, ...content } = body;
    const fileDigest = file === null ? null : await this.scans.keep(file.bytes);
    const record = { kind: 'evaluation' as const, content, fileDigest, began };
    await this.runner.perform(recordProcedure, { compilationId, actor }, record);
    const said =
      fileDigest === null
        ? '规划实施成效评估已登记；没有上传报告文件，尚不能算作归档。'
        : '规划实施成效评估已归档。';
    return seeOther(settingsPath(compilationId, 'procedures'), said);
  }
}

const factsOf = (content: object) =>
  Object.entries(content)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ({ title: fieldTitles[name] ?? name, text: String(value) }));
