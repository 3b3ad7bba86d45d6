import { z } from 'zod';
import { calendarDateSchema, checkHappened } from '../calendar/index.js';
import { type Act, defineAct } from '../engine/index.js';
import {
  drafters,
  exampleId,
  insertRows,
  InvalidInput,
  lineInput,
  named,
  NotFound,
  saveRevision,
} from '../platform/index.js';
import { BasisDocument, type BasisStatus, basisStatuses, RealignmentTask } from './basis.entity.js';

/*
 * The documents the plan must agree with; a publication or revision opens a task to compare the draft with it, which
 * only a recorded result closes.
 */

const status = named('状态', z.enum(basisStatuses, { error: `应为${basisStatuses.join('、')}之一` }));

const basisDocument = z.object({
  key: named('代号', lineInput(64)),
  title: named('标题', lineInput()),
  documentNumber: named('发文字号', lineInput(100).nullable()),
  issuedOn: named('印发日期', calendarDateSchema.nullable()),
  status,
  file: z
    .string({ error: '应为文字' })
    .regex(/^[a-z0-9-]{1,100}\.txt$/, { error: '应为随程序所附文本的文件名，如 notice-2021-4.txt' })
    .nullish(),
  /** A plan that this one must agree with from the start (通知五、（二）: 国家、市“十四五”规划纲要). */
  compare: z.boolean({ error: '应为是或者否' }).default(false),
});

/** Registers documents that are not known by their key yet. */
export const registerBasis = defineAct({
  name: 'basis.registered',
  title: '登记上位文件',
  summary: '登记依据文件；已登记的不变',
  may: drafters,
  path: 'basis-documents',
  input: z.object({
    documents: named('文件', z.array(basisDocument).min(1, { error: '至少登记一份文件' })),
  }),
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
  answer: z.object({ registered: z.int() }),
  status: 201,
  async perform(act, { documents }) {
    const { tx, compilationId } = act;
    const known = new Set((await tx.findBy(BasisDocument, { compilationId })).map(({ key }) => key));
    const added = documents.filter((document) => !known.has(document.key));
    const rows = added.map(({ key, title, documentNumber, issuedOn, status, file }) => ({
      ...{ key, title, documentNumber, issuedOn, status },
      file: file ?? null,
      id: act.ids.next(),
      compilationId,
      revision: 1,
    }));
    await insertRows(tx, BasisDocument, rows);
    for (const [index, { compare, status }] of added.entries()) {
      if (compare) await openTask(act, rows[index], status);
    }
    act.note({ keys: rows.map((row) => row.key) });
    return { registered: rows.length };
  },
});

/** 未发布 → 已发布 → 已修订; each step opens a task that only a recorded result closes. */
export const changeBasisStatus = defineAct({
  name: 'basis.status-changed',
  title: '上位文件状态变化',
  summary: '依据文件已发布或者已修订；随即产生对照任务',
  may: drafters,
  path: 'basis-documents/status',
  input: z.object({
    key: named('代号', lineInput(64)),
    status,
    documentNumber: named('发文字号', lineInput(100).nullish()),
    issuedOn: named('发布日期', calendarDateSchema),
  }),
  example: { key: 'national-outline', status: '已发布', issuedOn: '2023-02-06' },
  answer: z.object({ taskId: z.string() }),
  async perform(act, { key, status, documentNumber, issuedOn }) {
    const document = await findBasis(act, key);
    assertFollows(document.status, status);
    const before = document.issuedOn === null ? null : { title: '此前登记的发布日期', on: document.issuedOn };
    checkHappened([before, { title: '发布日期', on: issuedOn }], act.now);
    const change = { status, issuedOn, documentNumber: documentNumber ?? document.documentNumber };
    await saveRevision(act.tx, BasisDocument, document, change, '该依据文件');
    const taskId = await openTask(act, document, status);
    act.note({ key, status, issuedOn, taskId });
    return { taskId };
  },
});

export const closeRealignment = defineAct({
  name: 'realignment.closed',
  title: '完成衔接核对',
  summary: '办结对照任务，写明对照结果',
  may: drafters,
  path: 'basis-documents/realignment',
  input: z.object({ taskId: z.string(), result: named('核对结果', lineInput(2000)) }),
  example: { taskId: exampleId, result: '目标、任务与《纲要》一致，无须修改。' },
  async perform(act, { taskId, result }) {
    const task = await findTask(act, taskId);
    if (task.closedAt !== null) throw new InvalidInput('该对照任务已经办结。', 'task-closed');
    await saveRevision(act.tx, RealignmentTask, task, { result, closedAt: act.now }, '该对照任务');
    act.note({ taskId });
  },
});

export async function findBasis({ tx, compilationId }: Act, key: string): Promise<BasisDocument> {
  const document = await tx.findOneBy(BasisDocument, { compilationId, key });
  if (document === null) throw new NotFound('依据文件', key);
  return document;
}

export async function findTask({ tx, compilationId }: Act, id: string): Promise<RealignmentTask> {
  const task = await tx.findOneBy(RealignmentTask, { id, compilationId });
  if (task === null) throw new NotFound('对照任务', id);
  return task;
}

async function openTask(
  act: Act,
  document: Pick<BasisDocument, 'id' | 'title'>,
  status: BasisStatus,
): Promise<string> {
  const id = act.ids.next();
  const what = status === '已修订' ? '修订后的' : '';
  await act.tx.insert(RealignmentTask, {
    id,
    compilationId: act.compilationId,
    basisDocumentId: document.id,
    title: `与${what}《${document.title}》对照`,
    openedAt: act.now,
    result: null,
    closedAt: null,
    revision: 1,
  });
  return id;
}

function assertFollows(before: BasisStatus, after: BasisStatus): void {
  const follows = before === '未发布' ? after === '已发布' : after === '已修订';
  if (!follows) {
    throw new InvalidInput(
      `依据文件的状态为“${before}”，不能改为“${after}”；状态依次为${basisStatuses.join('、')}。`,
      'status-order',
    );
  }
}
