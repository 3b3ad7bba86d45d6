import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { correctionReason, defineAct, RecordInUse, withdrawRow } from '../engine/index.js';
import {
  beganInput,
  drafters,
  exampleId,
  idSchema,
  InvalidInput,
  lineInput,
  named,
  requireBegan,
  saveRevision,
  type Stored,
} from '../platform/index.js';
import { findBasis, findTask } from './basis-documents.use-case.js';
import { BasisDocument, RealignmentTask } from './basis.entity.js';

const reason = named('事由', correctionReason);

type WrittenBasis = Pick<BasisDocument, 'title' | 'documentNumber' | 'issuedOn'>;

/** As the form of a correction has it. */
export const basisContent = ({ title, documentNumber, issuedOn }: WrittenBasis): Stored => ({
  title,
  documentNumber: documentNumber ?? '',
  issuedOn: issuedOn ?? '',
});

/** Corrects what is on file of a basis document. */
export const correctBasis = defineAct({
  name: 'basis.corrected',
  title: '更正上位文件',
  summary: '更正一份依据文件的名称、文号、日期',
  may: drafters,
  path: 'basis-documents/:basisKey/correct',
  input: z.object({
    basisKey: idSchema,
    title: named('标题', lineInput()),
    documentNumber: named('发文字号', lineInput(100).nullable()),
    issuedOn: named('印发日期', calendarDateSchema.nullable()),
    reason,
    began: beganInput,
  }),
  example: {
    basisKey: 'national-outline',
    title: '质量强国建设纲要',
    documentNumber: null,
    issuedOn: '2023-02-06',
    reason: '发布日期登记有误',
  },
  async perform(act, { basisKey: key, reason, began, ...change }) {
    const document = await findBasis(act, key);
    requireBegan(began, basisContent(document), '该依据文件');
    await saveRevision(act.tx, BasisDocument, document, change, '该依据文件');
    act.note({ key, ...change, reason });
  },
});

/** @throws RecordInUse once a comparison with it was closed */
export const withdrawBasis = defineAct({
  name: 'basis.withdrawn',
  title: '撤回上位文件',
  summary: '撤回一份误登的依据文件和由它产生、尚未办结的对照任务',
  may: drafters,
  path: 'basis-documents/:basisKey/withdraw',
  input: z.object({ basisKey: idSchema, reason }),
  example: { basisKey: 'national-outline', reason: '重复登记' },
  async perform(act, { basisKey: key, reason }) {
    const { tx, compilationId } = act;
    const document = await findBasis(act, key);
    const tasks = await tx.findBy(RealignmentTask, { compilationId, basisDocumentId: document.id });
    const closed = tasks.find(({ closedAt }) => closedAt !== null);
    if (closed !== undefined) {
      throw new RecordInUse('该依据文件', `已办结“${closed.title}”`, '请先重新打开该项对照任务');
    }
    for (const task of tasks) await withdrawRow(act, RealignmentTask, task, reason);
    await withdrawRow(act, BasisDocument, document, reason);
    act.note({ key });
  },
});

/** Opens a comparison again that was closed wrongly. */
export const reopenRealignment = defineAct({
  name: 'realignment.reopened',
  title: '重新打开衔接核对',
  summary: '重新打开一项已办结的对照任务',
  may: drafters,
  path: 'basis-documents/realignment/:taskId/reopen',
  input: z.object({ taskId: idSchema, reason }),
  example: { taskId: exampleId, reason: '文稿又有改动，须重新对照' },
  async perform(act, { taskId, reason }) {
    const task = await findTask(act, taskId);
    if (task.closedAt === null) throw new InvalidInput('该对照任务尚未办结。', 'task-open');
    await saveRevision(act.tx, RealignmentTask, task, { result: null, closedAt: null }, '该对照任务');
    act.note({ taskId, reason });
  },
});
