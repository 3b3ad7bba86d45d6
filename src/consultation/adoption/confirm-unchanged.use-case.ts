import { z } from 'zod';
import { type EntityManager, In } from 'typeorm';
import { defineAct, WorkflowInstance } from '../../engine/index.js';
import {
  exampleId,
  named,
  Refusal,
  saveRevision,
  secretariat,
  sha256,
  textInput,
} from '../../platform/index.js';
import { changesText } from '../dispositions/dispose.js';
import { assertRegisterOpen } from '../dispositions/opinion.facts.js';
import { mostAtOnce } from '../dispositions/disposition.dto.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinionsOf } from '../opinions/opinions.repository.js';
import { AdoptedChanges } from './adopted-changes.js';

class NotAdopted extends Refusal {
  constructor(number: string) {
    super('not-adopted', `意见${number}没有办理为采纳或者部分采纳，不涉及条款修改；请核对所选的意见。`, 409);
  }
}

class ClauseChanged extends Refusal {
  constructor(number: string, label: string) {
    super('clause-changed', `意见${number}所列条款${label}已有改动，不必说明文字不作改动的理由。`, 409);
  }
}

/** 采纳而文字未改: a person confirms that an adopted opinion leaves its clause as it is, and says why in public. */
export const confirmUnchanged = defineAct({
  name: 'opinions.confirmedUnchanged',
  title: '确认采纳而文字未改',
  summary: '采纳、部分采纳而条款文字不作改动的，写明理由；印入汇总处理表和采纳情况反馈',
  may: secretariat,
  path: 'opinions/confirm-unchanged',
  input: z.object({
    opinionIds: named('意见', z.array(z.string()).min(1, { error: '请至少选择一条意见' }).max(mostAtOnce)),
    /** Printed in the 征求意见汇总处理表 and in the published feedback; a later one takes the place of an earlier one. */
    reason: named(
      '理由',
      textInput(2000).refine((text) => text.trim() !== '', { error: '请写明文字不作改动的理由' }),
    ),
  }),
  example: { opinionIds: [exampleId], reason: '所提做法已在执行中，条款原文可以涵盖，文字不必改动。' },
  answer: z.object({ confirmed: z.int() }),
  async perform(act, { opinionIds, reason }) {
    const { tx, compilationId } = act;
    await assertRegisterOpen(tx, compilationId);
    const opinions = await findOpinionsOf(tx, compilationId, opinionIds);
    const states = await statesOf(tx, opinionIds);
    const changes = await AdoptedChanges.load(tx, compilationId);
    for (const opinion of opinions) {
      assertUnchanged(opinion, states.get(opinion.id) ?? '', changes);
      const change = { unchangedReason: reason, unchangedBy: act.actor.id, unchangedAt: act.now };
      await saveRevision(tx, Opinion, opinion, change, '该意见');
    }
    act.note({ numbers: opinions.map(({ number }) => number), reasonDigest: sha256(reason) });
    return { confirmed: opinions.length };
  },
});

async function statesOf(reader: EntityManager, ids: string[]): Promise<Map<string, string>> {
  const select = { id: true, state: true } as const;
  const rows = await reader.find(WorkflowInstance, { select, where: { id: In(ids) } });
  return new Map(rows.map(({ id, state }) => [id, state]));
}

function assertUnchanged(opinion: Opinion, state: string, changes: AdoptedChanges): void {
  const settled = state === 'disposed' || state === 'reviewed';
  const { disposition, number } = opinion;
  if (!settled || disposition === null || !changesText(disposition)) throw new NotAdopted(number);
  const outcome = changes.of(opinion);
  if (outcome?.changed) throw new ClauseChanged(number, (outcome.after ?? outcome.before)?.label ?? '');
}
