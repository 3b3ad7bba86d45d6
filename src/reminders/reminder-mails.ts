import { strict as assert } from 'node:assert';
import { type WorkingCalendar, wordDeadline } from '../calendar/index.js';
import { type Compilation, mailHeading } from '../compilation/index.js';
import { type Act } from '../engine/index.js';
import {
  obligationEvent,
  obligationPath,
  obligationTitle,
  type PartProgress,
  registerNumber,
} from '../obligations/index.js';
import { type NewMail } from '../outbox/index.js';
import { type JsonObject } from '../platform/index.js';
import { noticeContent } from './notice-content.js';
import { reminderCheckName } from './reminder-check.js';
import { identityOf, type Turn } from './turn.js';

export interface MailMatter {
  compilation: Compilation;
  calendar: WorkingCalendar;
  /** Topics an institute may choose from. */
  topics: string[];
  /** What each obligation's unit has saved so far, by obligation. */
  progress: ReadonlyMap<string, PartProgress[]>;
}

/** Queues one mail per turn, in the act that records them; returns their ids in the same order. */
export async function postTurns(act: Act, turns: Turn[], matter: MailMatter): Promise<string[]> {
  const ids = await act.post(turns.map((turn) => mailFor(act, turn, matter)));
  assert.equal(ids.length, turns.length, 'a turn outside the register was mailed before');
  return ids;
}

function mailFor(act: Act, turn: Turn, matter: MailMatter): Omit<NewMail, 'compilationId'> {
  const { open, contact, occurrence } = turn;
  const { obligation, unit } = open;
  const { template } = occurrence.rung;
  const name = `${unit.name}${contact.name}`;
  const title = titleOf(turn, matter);
  const attendee = { name, email: contact.address };
  const event = obligationEvent(obligation, title, { compilation: matter.compilation, attendee }, act.now);
  return {
    template,
    recipient: { id: contact.id, name, address: contact.address },
    view: viewOf(act, turn, matter),
    key: `reminder:${Object.values(identityOf(turn)).join(':')}`,
    dueAt: act.now,
    about: obligation.id,
    // An entry on a day that is over would only be in the way.
    ...(template === 'overdue' ? {} : { event }),
    stillDueCheck: reminderCheckName,
  };
}

const progressOf = (obligationId: string, { progress }: MailMatter): JsonObject[] =>
  (progress.get(obligationId) ?? []).map((part) => ({ ...part }));

const titleOf = ({ open }: Turn, { compilation }: MailMatter): string =>
  obligationTitle(compilation, open.obligation.kind, open.unit.category);

function viewOf(act: Act, turn: Turn, matter: MailMatter): JsonObject {
  const { open, contact, occurrence } = turn;
  const { nominal, effectiveAt: effective, id } = open.obligation;
  const { template } = occurrence.rung;
  const title = titleOf(turn, matter);
  const label = template === 'notice' ? '查看通知并填写' : '继续填写并报送';
  const shared = {
    compilation: { ...mailHeading(matter.compilation) },
    recipient: { name: contact.name, unitName: open.unit.name },
    action: { label, path: obligationPath(id) },
    reference: registerNumber(act),
    deadline: { ...wordDeadline({ nominal, effective }, act.now, matter.calendar) },
    obligation: { title },
  };
  if (template === 'overdue') return { ...shared, toLeader: contact.role === 'leader' };
  if (template === 'reminder') return { ...shared, progress: progressOf(id, matter) };
  const { category } = open.unit;
  return {
    ...shared,
    noticeTitle: matter.compilation.noticeTitle,
    obligation: { title, ...noticeContent(category) },
    topics: category === 'institute' ? matter.topics : [],
  };
}
