import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { Acts, correctionReason, RecordInUse, withdrawRow, withdrawSchema } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  InvalidInput,
  lineInput,
  NotFound,
  parseInput,
  requireBegan,
  saveRevision,
  type Stored,
} from '../platform/index.js';
import { BasisDocument, RealignmentTask } from './basis.entity.js';

export const correctBasisSchema = z.object({
  title: lineInput(),
  documentNumber: lineInput(100).nullable(),
  issuedOn: calendarDateSchema.nullable(),
  reason: correctionReason,
  began: beganInput,
});

type WrittenBasis = Pick<BasisDocument, 'title' | 'documentNumber' | 'issuedOn'>;

/** As the form of a correction has it. */
export const basisContent = ({ title, documentNumber, issuedOn }: WrittenBasis): Stored => ({
  title,
  documentNumber: documentNumber ?? '',
  issuedOn: issuedOn ?? '',
});

/** Corrects what is on file of a basis document, takes one back, and opens a comparison again that was closed wrongly. */
@Injectable()
export class CorrectBasisUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{title, documentNumber, issuedOn, reason}` */
  async correct(compilationId: string, actor: Actor, key: string, input: unknown): Promise<void> {
    const { reason, began, ...change } = parseInput(correctBasisSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'basis.corrected' }, async (act) => {
      const document = await act.tx.findOneBy(BasisDocument, { compilationId, key });
      if (document === null) throw new NotFound('依据文件', key);
      requireBegan(began, basisContent(document), '该依据文件');
      await saveRevision(act.tx, BasisDocument, document, change, '该依据文件');
      act.note({ key, ...change, reason });
    });
  }

  /** @param input `{reason}`; @throws RecordInUse once a comparison with it was closed */
  async withdraw(compilationId: string, actor: Actor, key: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'basis.withdrawn' }, async (act) => {
      const document = await act.tx.findOneBy(BasisDocument, { compilationId, key });
      if (document === null) throw new NotFound('依据文件', key);
      const tasks = await act.tx.findBy(RealignmentTask, { compilationId, basisDocumentId: document.id });
      const closed = tasks.find(({ closedAt }) => closedAt !== null);
      if (closed !== undefined) {
        throw new RecordInUse('该依据文件', `已办结“${closed.title}”`, '请先重新打开该项对照任务');
      }
      for (const task of tasks) await withdrawRow(act, RealignmentTask, task, reason);
      await withdrawRow(act, BasisDocument, document, reason);
      act.note({ key });
    });
  }

  /** @param input `{reason}` */
  async reopenTask(compilationId: string, actor: Actor, taskId: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'realignment.reopened' }, async (act) => {
      const task = await act.tx.findOneBy(RealignmentTask, { id: taskId, compilationId });
      if (task === null) throw new NotFound('对照任务', taskId);
      if (task.closedAt === null) throw new InvalidInput('该对照任务尚未办结。', 'task-open');
      await saveRevision(act.tx, RealignmentTask, task, { result: null, closedAt: null }, '该对照任务');
      act.note({ taskId, reason });
    });
  }
}
