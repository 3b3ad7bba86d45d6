import { z } from 'zod';
import { dateOf, formatDate, formatDateTime } from '../../calendar/index.js';
import {
  basisContent,
  type BasisDocument,
  BasisDocumentsUseCase,
  basisStatuses,
  BasisTextQuery,
  CorrectBasisUseCase,
  DraftsQuery,
  type RealignmentTask,
} from '../../drafts/index.js';
import { beganInput, Clock, drafters, markOf, staff } from '../../platform/index.js';
import {
  download,
  form,
  mediaTypes,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { areaPath, inStaffPages } from '../frame/navigation.js';
import { draftsNav } from './drafts-nav.js';

const basis = `${inStaffPages}/drafts/basis` as const;
const text = z.string().trim().default('');

const routes = {
  look: page(basis, { by: staff }),
  text: page(`${basis}/:basisKey/text`, { by: staff }),
  register: form(basis, {
    by: drafters,
    body: z.object({
      key: text,
      title: text,
      documentNumber: text,
      issuedOn: text,
      status: text,
      compare: z.string().optional(),
    }),
  }),
  status: form(`${basis}/status`, {
    by: drafters,
    body: z.object({ key: text, status: text, documentNumber: text, issuedOn: text }),
  }),
  correct: form(`${basis}/:basisKey/correct`, {
    by: drafters,
    body: z.object({ title: text, documentNumber: text, issuedOn: text, reason: text, began: beganInput }),
  }),
  withdraw: form(`${basis}/:basisKey/withdraw`, { by: drafters, body: z.object({ reason: text }) }),
  reopen: form(`${basis}/tasks/:taskId/reopen`, { by: drafters, body: z.object({ reason: text }) }),
  close: form(`${basis}/tasks/:taskId`, { by: drafters, body: z.object({ result: text }) }),
};

const orNull = (value: string): string | null => (value === '' ? null : value);
const pathOf = (compilationId: string) => `${areaPath(compilationId, 'drafts')}/basis`;

/** 上位文件: what the plan must agree with, and the list of what must be compared with it. */
@PageController()
export class BasisPages {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly texts: BasisTextQuery,
    private readonly documents: BasisDocumentsUseCase,
    private readonly corrections: CorrectBasisUseCase,
    private readonly clock: Clock,
  ) {}

  @OnPage(routes.look)
  async look({ params, visitor }: PageInput<typeof routes.look>) {
    const { compilationId } = params;
    const { documents, tasks } = await this.drafts.basis(compilationId);
    const path = pathOf(compilationId);
    const open = tasks.filter(({ closedAt }) => closedAt === null);
    const view = {
      nav: draftsNav(compilationId, 'basis'),
      path,
      mayAct: visitor.actorAs(drafters, compilationId) !== null,
      total: documents.length,
      documents: documents.map((document) => documentView(document, path)),
      open: open.map((task) => taskView(task, path)),
      closed: tasks.filter(({ closedAt }) => closedAt !== null).map((task) => taskView(task, path)),
      statuses: basisStatuses.map((status) => ({ status })),
      today: dateOf(this.clock.now()),
    };
    return show('drafts/basis', view, { title: '上位文件', nav: 'drafts' });
  }

  @OnPage(routes.text)
  async text({ params }: PageInput<typeof routes.text>) {
    const { title, bytes } = await this.texts.text(params.compilationId, params.basisKey);
    return download(bytes, mediaTypes.txt, `${title}.txt`);
  }

  @OnPage(routes.register)
  async register({ params, body, actor }: PageInput<typeof routes.register>) {
    const { documentNumber, issuedOn, compare, ...document } = body;
    const { registered } = await this.documents.register(params.compilationId, actor, [
      {
        ...document,
        documentNumber: orNull(documentNumber),
        issuedOn: orNull(issuedOn),
        compare: compare !== undefined,
      },
    ]);
    const said = registered === 0 ? '该代号已经登记，没有变化。' : `已登记《${body.title}》。`;
    return seeOther(pathOf(params.compilationId), said);
  }

  @OnPage(routes.status)
  async status({ params, body, actor }: PageInput<typeof routes.status>) {
    const documentNumber = orNull(body.documentNumber);
    await this.documents.changeStatus(params.compilationId, actor, { ...body, documentNumber });
    return seeOther(pathOf(params.compilationId), `已登记为${body.status}，并产生一项对照任务。`);
  }

  @OnPage(routes.close)
  async close({ params, body, actor }: PageInput<typeof routes.close>) {
    const { compilationId, taskId } = params;
    await this.documents.closeTask(compilationId, actor, { taskId, result: body.result });
    return seeOther(pathOf(compilationId), '已办结对照任务。');
  }

  @OnPage(routes.correct)
  async correct({ params, body, actor }: PageInput<typeof routes.correct>) {
    const { documentNumber, issuedOn, ...rest } = body;
    const change = { ...rest, documentNumber: orNull(documentNumber), issuedOn: orNull(issuedOn) };
    await this.corrections.correct(params.compilationId, actor, params.basisKey, change);
    return seeOther(pathOf(params.compilationId), '文件登记已更正，事由记入台账。');
  }

  @OnPage(routes.withdraw)
  async withdraw({ params, body, actor }: PageInput<typeof routes.withdraw>) {
    await this.corrections.withdraw(params.compilationId, actor, params.basisKey, body);
    return seeOther(pathOf(params.compilationId), '文件登记已撤回，事由记入台账。');
  }

  @OnPage(routes.reopen)
  async reopen({ params, body, actor }: PageInput<typeof routes.reopen>) {
    await this.corrections.reopenTask(params.compilationId, actor, params.taskId, body);
    return seeOther(pathOf(params.compilationId), '对照任务已重新打开。');
  }
}

function documentView(document: BasisDocument, path: string) {
  const { key, title, documentNumber, issuedOn, status, file } = document;
  return {
    began: markOf(basisContent(document)),
    key,
    title,
    documentNumber,
    status,
    issuedOn: issuedOn === null ? null : formatDate(issuedOn),
    text: file === null ? null : `${path}/${key}/text`,
    issuedDate: issuedOn,
    action: `${path}/${key}`,
    next: status === '未发布' ? '已发布' : '已修订',
  };
}

const taskView = ({ id, title, openedAt, result, closedAt }: RealignmentTask, path: string) => ({
  title,
  openedAt: formatDate(dateOf(openedAt)),
  result,
  closedAt: closedAt === null ? null : formatDateTime(closedAt),
  action: `${path}/tasks/${id}`,
});
