import { z } from 'zod';
import { dateOf, formatDate, formatDateTime } from '../../calendar/index.js';
import {
  basisContent,
  type BasisDocument,
  changeBasisStatus,
  closeRealignment,
  basisStatuses,
  BasisTextQuery,
  correctBasis,
  DraftsQuery,
  type RealignmentTask,
  registerBasis,
  reopenRealignment,
  withdrawBasis,
} from '../../drafts/index.js';
import { Clock, drafters, markOf, staff } from '../../platform/index.js';
import {
  actForm,
  actFormOf,
  download,
  formsOf,
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
};

const orNull = (value: string): string | null => (value === '' ? null : value);
const pathOf = (compilationId: string) => `${areaPath(compilationId, 'drafts')}/basis`;

const told =
  (notice: string) =>
  ({ params }: { params: { compilationId: string } }) =>
    seeOther(pathOf(params.compilationId), notice);

export const BasisForms = formsOf({
  register: actFormOf(registerBasis, basis, {
    fields: z.object({
      key: text,
      title: text,
      documentNumber: text,
      issuedOn: text,
      status: z.enum(basisStatuses),
      compare: z.string().optional(),
    }),
    read: ({ documentNumber, issuedOn, compare, ...document }) => ({
      documents: [
        {
          ...document,
          documentNumber: orNull(documentNumber),
          issuedOn: orNull(issuedOn),
          compare: compare !== undefined,
        },
      ],
    }),
    then: ({ params, input, result }) =>
      seeOther(
        pathOf(params.compilationId),
        result.registered === 0 ? '该代号已经登记，没有变化。' : `已登记《${input.documents[0].title}》。`,
      ),
  }),
  status: actFormOf(changeBasisStatus, `${basis}/status`, {
    fields: z.object({ key: text, status: z.enum(basisStatuses), documentNumber: text, issuedOn: text }),
    read: ({ documentNumber, ...change }) => ({ ...change, documentNumber: orNull(documentNumber) }),
    then: ({ params, input }) =>
      seeOther(pathOf(params.compilationId), `已登记为${input.status}，并产生一项对照任务。`),
  }),
  close: actForm(closeRealignment, `${basis}/tasks/:taskId`, { then: told('已办结对照任务。') }),
  correct: actForm(correctBasis, `${basis}/:basisKey/correct`, {
    then: told('文件登记已更正，事由记入台账。'),
  }),
  withdraw: actForm(withdrawBasis, `${basis}/:basisKey/withdraw`, {
    then: told('文件登记已撤回，事由记入台账。'),
  }),
  reopen: actForm(reopenRealignment, `${basis}/tasks/:taskId/reopen`, {
    then: told('对照任务已重新打开。'),
  }),
});

/** 上位文件: what the plan must agree with, and the list of what must be compared with it. */
@PageController()
export class BasisPages {
  constructor(
    private readonly drafts: DraftsQuery,
    private readonly texts: BasisTextQuery,
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
