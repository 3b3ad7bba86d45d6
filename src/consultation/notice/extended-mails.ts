import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { formatDateTime } from '../../calendar/index.js';
import { findCompilation, mailHeading } from '../../compilation/index.js';
import { contactsOf, findUnits } from '../../directory/index.js';
import { type Act } from '../../engine/index.js';
import {
  findObligation,
  findObligations,
  isOutstanding,
  latestRound,
  ObligationMails,
  obligationPath,
  registerNumber,
} from '../../obligations/index.js';
import { Mail, type MailCheck, MailChecks, type MailVerdict, type NewMail } from '../../outbox/index.js';
import { Clock, type Instant, type JsonObject } from '../../platform/index.js';
import { type ConsultationNotice } from './consultation-notice.entity.js';
import { consultedTitle } from './draft-title.js';
import { openNotice } from './notice.repository.js';

const checkName = 'consultation.extended';
const settlingMs = 10 * 60_000;
const retryAfterSuspensionMs = 3_600_000;

/** Whoever got the notice by mail and was not let off; once, and what is said is made out when the mail is due. */
export async function tellExtension(
  act: Act,
  notice: ConsultationNotice,
  previousClosesAt: Instant,
): Promise<void> {
  const { tx, compilationId, now } = act;
  const compilation = await findCompilation(tx, compilationId);
  const round = await latestRound(tx, compilationId, 'reply');
  const asked = await findObligations(tx, compilationId, { kind: 'reply', round });
  const units = new Map((await findUnits(tx)).map((unit) => [unit.id, unit]));
  const contacts = await contactsOf(tx, [...units.keys()], ['liaison']);
  const consultation = {
    ...closingOf(notice),
    draftTitle: await consultedTitle(tx, compilationId),
    previousClosesText: formatDateTime(previousClosesAt),
  };
  const mails = asked.flatMap(({ id, unitId, state }): Omit<NewMail, 'compilationId'>[] => {
    const unit = units.get(unitId);
    assert.ok(unit, 'an obligation is of a unit of the roster');
    if (state === 'waived') return [];
    return (contacts.get(unitId) ?? []).map((contact) => ({
      template: 'consultation-extended',
      recipient: { id: contact.id, name: `${unit.name}${contact.name}`, address: contact.address },
      key: `consultation-extended:${id}:${act.ledgerSeq}:${contact.id}`,
      // An extension that is corrected within a short while is one mail.
      dueAt: now + settlingMs,
      about: id,
      stillDueCheck: checkName,
      view: {
        compilation: { ...mailHeading(compilation) },
        recipient: { name: contact.name, unitName: unit.name },
        action: { label: '打开征求意见稿', path: obligationPath(id) },
        reference: registerNumber(act),
        consultation,
        deadline: null,
      },
    }));
  });
  await act.post(mails);
}

function closingOf({ closesAt, extensionReason }: ConsultationNotice): JsonObject {
  assert.ok(closesAt !== null, 'a published notice has its dates');
  return { closesText: formatDateTime(closesAt), reason: extensionReason ?? '' };
}

/** Looks again when the mail leaves: it may be closed, extended once more, or the unit may have replied. */
@Injectable()
export class ExtensionCheck implements MailCheck {
  readonly name = checkName;

  constructor(
    private readonly clock: Clock,
    private readonly mails: ObligationMails,
    checks: MailChecks,
  ) {
    checks.add(this);
  }

  async verdict(reader: EntityManager, mail: Mail): Promise<MailVerdict> {
    const notice = await openNotice(reader, mail.compilationId);
    if (notice === null) return { due: false, reason: '征求意见已经截止' };
    const now = this.clock.now();
    const { suspendedAt } = await findCompilation(reader, mail.compilationId);
    if (suspendedAt !== null) return { due: false, notBefore: now + retryAfterSuspensionMs };
    const told = mail.view.consultation as JsonObject;
    if (told.closesText !== closingOf(notice).closesText)
      return { due: false, reason: '截止日又有变动，并入其后的一封通知' };
    const obligation = await findObligation(reader, mail.compilationId, mail.about ?? '');
    if (obligation.state === 'waived') return { due: false, reason: '该任务已经办结' };
    const { previousClosesText } = await firstUntold(reader, mail);
    const view = { ...mail.view, consultation: { ...told, previousClosesText } };
    if (!isOutstanding(obligation.state)) return { due: true, view };
    const deadline = await this.mails.wordDeadline(reader, obligation, now);
    const attendee = { name: mail.recipientName, email: mail.address };
    const event = await this.mails.currentEntry(reader, obligation, attendee, now);
    return { due: true, view: { ...view, deadline }, event };
  }
}

/** What the earliest of the mails said that were merged into this one: from there the unit is told the change. */
async function firstUntold(
  reader: EntityManager,
  { about, recipientId, template }: Mail,
): Promise<JsonObject> {
  const where = { about: about ?? '', recipientId, template };
  const all = await reader.find(Mail, { where, order: { id: 'ASC' } });
  const untold = all.slice(all.findLastIndex(({ state }) => state === 'sent') + 1);
  return untold[0].view.consultation as JsonObject;
}
