import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { calendarDateSchema, checkHappened } from '../calendar/index.js';
import { type Act, Acts } from '../engine/index.js';
import {
  type Actor,
  insertRows,
  InvalidInput,
  lineInput,
  NotFound,
  parseInput,
  saveRevision,
} from '../platform/index.js';
import { BasisDocument, type BasisStatus, basisStatuses, RealignmentTask } from './basis.entity.js';

const statusSchema = z.enum(basisStatuses, { error: `应为${basisStatuses.join('、')}之一` });

export const registerBasisSchema = z
  .array(
    z.object({
      key: lineInput(64),
      title: lineInput(),
      documentNumber: lineInput(100).nullable(),
      issuedOn: calendarDateSchema.nullable(),
      status: statusSchema,
      file: z
        .string({ error: '应为文字' })
        .regex(/^[a-z0-9-]{1,100}\.txt$/, { error: '应为随程序所附文本的文件名，如 notice-2021-4.txt' })
        .nullish(),
      /** A plan that this one must agree with from the start (通知五、（二）: 国家、市“十四五”规划纲要). */
      compare: z.boolean({ error: '应为是或者否' }).default(false),
    }),
  )
  .min(1, { error: '至少登记一份文件' });

export const changeBasisStatusSchema = z.object({
  key: lineInput(64),
  status: statusSchema,
  documentNumber: lineInput(100).nullish(),
  issuedOn: calendarDateSchema,
});

export const closeRealignmentSchema = z.object({ taskId: z.string(), result: lineInput(2000) });

/** Keeps the documents the plan must agree with; a publication or revision opens a task to compare the draft with it. */
@Injectable()
export class BasisDocumentsUseCase {
  constructor(private readonly acts: Acts) {}

  /** Registers documents that are not known by their key yet. */
  async register(compilationId: string, actor: Actor, input: unknown): Promise<{ registered: number }> {
    const documents = parseInput(registerBasisSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'basis.registered' }, async (act) => {
      const known = new Set(
        (await act.tx.findBy(BasisDocument, { compilationId })).map((document) => document.key),
      );
      const added = documents.filter((document) => !known.has(document.key));
      const rows = added.map(({ key, title, documentNumber, issuedOn, status, file }) => ({
        ...{ key, title, documentNumber, issuedOn, status },
        file: file ?? null,
        id: act.ids.next(),
        compilationId,
        revision: 1,
      }));
      await insertRows(act.tx, BasisDocument, rows);
      for (const [index, { compare, status }] of added.entries()) {
        if (compare) await this.openTask(act, rows[index], status);
      }
      act.note({ keys: rows.map((row) => row.key) });
      return { registered: rows.length };
    });
  }

  /** 未发布 → 已发布 → 已修订; each step opens a task that only a recorded result closes. */
  async changeStatus(compilationId: string, actor: Actor, input: unknown): Promise<{ taskId: string }> {
    const { key, status, documentNumber, issuedOn } = parseInput(changeBasisStatusSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'basis.status-changed' }, async (act) => {
      const document = await act.tx.findOneBy(BasisDocument, { compilationId, key });
      if (document === null) throw new NotFound('依据文件', key);
      assertFollows(document.status, status);
      const before =
        document.issuedOn === null ? null : { title: '此前登记的发布日期', on: document.issuedOn };
      checkHappened([before, { title: '发布日期', on: issuedOn }], act.now);
      const change = { status, issuedOn, documentNumber: documentNumber ?? document.documentNumber };
      await saveRevision(act.tx, BasisDocument, document, change, '该依据文件');
      const taskId = await this.openTask(act, document, status);
      act.note({ key, status, issuedOn, taskId });
      return { taskId };
    });
  }

  async closeTask(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { taskId, result } = parseInput(closeRealignmentSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'realignment.closed' }, async (act) => {
      const task = await act.tx.findOneBy(RealignmentTask, { id: taskId, compilationId });
      if (task === null) throw new NotFound('对照任务', taskId);
      if (task.closedAt !== null) throw new InvalidInput('该对照任务已经办结。', 'task-closed');
      await saveRevision(act.tx, RealignmentTask, task, { result, closedAt: act.now }, '该对照任务');
      act.note({ taskId });
    });
  }

  private async openTask(
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
