import { strict as assert } from 'node:assert';
import { type CalendarShelf, dateOf, formatDateTime } from '../../calendar/index.js';
import { type DeadlineFollower, findDeadline } from '../../compilation/index.js';
import { latestFrozen } from '../../drafts/index.js';
import { type Act, positionOf, type Reaction, reactTo } from '../../engine/index.js';
import { Refusal, saveRevision } from '../../platform/index.js';
import { ConsultationNotice } from './consultation-notice.entity.js';
import { tellExtension } from './extended-mails.js';
import { noticeInPreparation, openNotice } from './notice.repository.js';
import { tellUnits } from './opened-mails.js';
import { consultStage } from '../../../workflows/index.js';

export class PeriodNotShortened extends Refusal {
  constructor(closesAt: string) {
    super(
      'period-not-shortened',
      `公开征求意见已公告于${closesAt}截止，不得提前；如需调整，只能延后截止日。`,
      409,
    );
  }
}

/** What opening, extending and closing do to the notice. */
export const noticeReactions = (shelf: CalendarShelf): Reaction[] => [
  reactTo(consultStage, 'openConsultation', async (act) => {
    const notice = await publish(act);
    await tellUnits(act, notice, await shelf.load(act.tx));
  }),
  reactTo(consultStage, 'announceExtension', (act, { event }) => announceExtension(act, event.reason ?? '')),
  reactTo(consultStage, 'closeConsultation', close),
];

/** While a consultation is open its end follows the timeline, but what was promised to the public is never cut short. */
export const noticeFollower: DeadlineFollower = {
  async follow(act, deadline) {
    const position = await positionOf(act.tx, act.compilationId);
    if (!position.has(consultStage)) return;
    if (deadline.key !== position.words(consultStage).deadlines.closes) return;
    const notice = await openNotice(act.tx, act.compilationId);
    if (notice?.closesAt == null) return;
    if (deadline.effectiveAt < notice.closesAt) throw new PeriodNotShortened(formatDateTime(notice.closesAt));
    await save(act, notice, { closesAt: deadline.effectiveAt });
  },
};

async function publish(act: Act): Promise<ConsultationNotice> {
  const { tx, compilationId, now } = act;
  const { versions, deadlines } = (await positionOf(tx, compilationId)).words(consultStage);
  const notice = await noticeInPreparation(tx, compilationId);
  const draft = await latestFrozen(tx, compilationId, versions.consulted);
  assert.ok(notice !== null && draft !== null, 'the gate let nothing through without notice and draft');
  const { effectiveAt: closesAt } = await findDeadline(tx, compilationId, deadlines.closes);
  const openedOn = dateOf(now);
  const change = {
    draftVersionId: draft.id,
    openedOn,
    publishedAt: now,
    closesAt,
    announcedClosesAt: closesAt,
  };
  await save(act, notice, change);
  act.note({ notice: { id: notice.id, round: notice.round, openedOn, draftVersionId: draft.id } });
  return { ...notice, ...change };
}

async function announceExtension(act: Act, reason: string): Promise<void> {
  const notice = await openNotice(act.tx, act.compilationId);
  assert.ok(notice !== null, 'only an open consultation is extended');
  const { closesAt: announcedClosesAt, announcedClosesAt: before } = notice;
  assert.ok(before !== null, 'a published notice has its dates');
  const change = { extendedAt: act.now, extensionReason: reason, announcedClosesAt };
  await save(act, notice, change);
  await tellExtension(act, { ...notice, ...change }, before);
  act.note({ notice: { id: notice.id, round: notice.round, closesAt: notice.closesAt } });
}

async function close(act: Act): Promise<void> {
  const notice = await openNotice(act.tx, act.compilationId);
  assert.ok(notice !== null, 'only an open consultation is closed');
  await save(act, notice, { closedAt: act.now });
  act.note({ notice: { id: notice.id, round: notice.round, closesAt: notice.closesAt } });
}

const save = (act: Act, notice: ConsultationNotice, change: Partial<ConsultationNotice>) =>
  saveRevision(act.tx, ConsultationNotice, notice, change, '该公告');
