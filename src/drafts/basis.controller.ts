import { z } from 'zod';
import { withdrawSchema } from '../engine/index.js';
import { drafters } from '../platform/index.js';
import {
  ApiController,
  download,
  exampleId,
  inCompilation,
  type InputOf,
  mediaTypes,
  read,
  Route,
  write,
} from '../web/index.js';
import {
  BasisDocumentsUseCase,
  changeBasisStatusSchema,
  closeRealignmentSchema,
  registerBasisSchema,
} from './basis-documents.use-case.js';
import { correctBasisSchema, CorrectBasisUseCase } from './correct-basis.use-case.js';
import { BasisTextQuery } from './basis-text.query.js';
import { DraftsQuery } from './drafts.query.js';
import { basisView } from './drafts.views.js';

const basis = `${inCompilation}/basis-documents` as const;

const routes = {
  list: read(basis, { summary: '依据文件及对照任务', response: basisView }),
  text: read(`${basis}/:basisKey/text`, {
    summary: '随程序所附的依据文件文本，包括通知及其附件',
    produces: mediaTypes.txt,
  }),
  register: write(basis, {
    by: drafters,
    summary: '登记依据文件；已登记的不变',
    body: z.object({ documents: registerBasisSchema }),
    example: {
      documents: [
        {
          key: 'national-outline',
          title: '质量强国建设纲要',
          documentNumber: null,
          issuedOn: null,
          status: '未发布',
        },
      ],
    },
    response: z.object({ registered: z.number().int() }),
    status: 201,
  }),
  changeStatus: write(`${basis}/status`, {
    by: drafters,
    summary: '依据文件已发布或者已修订；随即产生对照任务',
    body: changeBasisStatusSchema,
    example: { key: 'national-outline', status: '已发布', issuedOn: '2023-02-06' },
    response: z.object({ taskId: z.string() }),
  }),
  closeTask: write(`${basis}/realignment`, {
    by: drafters,
    summary: '办结对照任务，写明对照结果',
    body: closeRealignmentSchema,
    example: { taskId: exampleId, result: '目标、任务与《纲要》一致，无须修改。' },
  }),
  correct: write(`${basis}/:basisKey/correct`, {
    by: drafters,
    summary: '更正一份依据文件的名称、文号、日期',
    body: correctBasisSchema,
    example: {
      title: '质量强国建设纲要',
      documentNumber: null,
      issuedOn: '2023-02-06',
      reason: '发布日期登记有误',
    },
  }),
  withdraw: write(`${basis}/:basisKey/withdraw`, {
    by: drafters,
    summary: '撤回一份误登的依据文件和由它产生、尚未办结的对照任务',
    body: withdrawSchema,
    example: { reason: '重复登记' },
  }),
  reopenTask: write(`${basis}/realignment/:taskId/reopen`, {
    by: drafters,
    summary: '重新打开一项已办结的对照任务',
    body: withdrawSchema,
    example: { reason: '文稿又有改动，须重新对照' },
  }),
};

@ApiController('文稿')
export class BasisController {
  constructor(
    private readonly query: DraftsQuery,
    private readonly texts: BasisTextQuery,
    private readonly basisDocuments: BasisDocumentsUseCase,
    private readonly correctBasis: CorrectBasisUseCase,
  ) {}

  @Route(routes.list)
  list({ params }: InputOf<typeof routes.list>) {
    return this.query.basis(params.compilationId);
  }

  @Route(routes.text)
  async text({ params }: InputOf<typeof routes.text>) {
    const { title, bytes } = await this.texts.text(params.compilationId, params.basisKey);
    return download(bytes, mediaTypes.txt, `${title}.txt`);
  }

  @Route(routes.register)
  register({ params, actor, body }: InputOf<typeof routes.register>) {
    return this.basisDocuments.register(params.compilationId, actor, body.documents);
  }

  @Route(routes.changeStatus)
  changeStatus({ params, actor, body }: InputOf<typeof routes.changeStatus>) {
    return this.basisDocuments.changeStatus(params.compilationId, actor, body);
  }

  @Route(routes.closeTask)
  closeTask({ params, actor, body }: InputOf<typeof routes.closeTask>) {
    return this.basisDocuments.closeTask(params.compilationId, actor, body);
  }

  @Route(routes.correct)
  correct({ params, actor, body }: InputOf<typeof routes.correct>) {
    return this.correctBasis.correct(params.compilationId, actor, params.basisKey, body);
  }

  @Route(routes.withdraw)
  withdraw({ params, actor, body }: InputOf<typeof routes.withdraw>) {
    return this.correctBasis.withdraw(params.compilationId, actor, params.basisKey, body);
  }

  @Route(routes.reopenTask)
  reopenTask({ params, actor, body }: InputOf<typeof routes.reopenTask>) {
    return this.correctBasis.reopenTask(params.compilationId, actor, params.taskId, body);
  }
}
