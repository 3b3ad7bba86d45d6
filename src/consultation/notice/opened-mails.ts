import { strict as assert } from 'node:assert';
import { dateOf, formatDate, daysBetween, wordDeadline, type WorkingCalendar } from '../../calendar/index.js';
import { type Compilation, findCompilation, mailHeading } from '../../compilation/index.js';
import { type Contact, contactsOf, findUnits, type Unit } from '../../directory/index.js';
import { type Act } from '../../engine/index.js';
import { type Instant, type JsonObject } from '../../platform/index.js';
import {
  findObligations,
  latestRound,
  type Obligation,
  obligationCheckName,
  obligationEvent,
  obligationPath,
  obligationTitle,
  registerNumber,
} from '../../obligations/index.js';
import { type ConsultationNotice } from './consultation-notice.entity.js';
import { consultedTitle, consultedVersion } from './draft-title.js';

/** Tells each unit's liaison that the consultation is open and what the unit owes; its obligation is issued before. */
export async function tellUnits(
  act: Act,
  notice: ConsultationNotice,
  calendar: WorkingCalendar,
): Promise<void> {
  const { tx, compilationId, now } = act;
  const compilation = await findCompilation(tx, compilationId);
  const round = await latestRound(tx, compilationId, 'reply');
  const obligations = await findObligations(tx, compilationId, { kind: 'reply', round });
  const units = new Map((await findUnits(tx)).map((unit) => [unit.id, unit]));
  const contacts = await contactsOf(tx, [...units.keys()], ['liaison']);
  const about = {
    compilation: { ...mailHeading(compilation) },
    consultation: consultationView(notice, await consultedTitle(tx, compilationId)),
    reference: registerNumber(act),
  };
  const version = await consultedVersion(tx, compilationId);
  const letter = { compilation, version, about, calendar, now };
  const mails = obligations.flatMap((obligation) => {
    const unit = units.get(obligation.unitId);
    assert.ok(unit, 'an obligation is of a unit of the roster');
    return (contacts.get(unit.id) ?? []).map((contact) => mailTo(contact, unit, obligation, letter));
  });
  await act.post(mails);
}

interface Letter {
  compilation: Compilation;
  version: string;
  about: JsonObject;
  calendar: WorkingCalendar;
  now: Instant;
}

function mailTo(contact: Contact, unit: Unit, obligation: Obligation, letter: Letter) {
  const { compilation, version, about, calendar, now } = letter;
  const { nominal, effectiveAt: effective } = obligation;
  const attendee = { name: `${unit.name}${contact.name}`, email: contact.address };
  const title = obligationTitle(compilation, 'reply', unit.category);
  return {
    template: 'consultation-opened',
    recipient: { id: contact.id, name: attendee.name, address: contact.address },
    key: `consultation-opened:${obligation.id}:${contact.id}`,
    dueAt: now,
    about: obligation.id,
    stillDueCheck: obligationCheckName,
    event: obligationEvent(obligation, title, { compilation, attendee }, now),
    view: {
      ...about,
      recipient: { name: contact.name, unitName: unit.name },
      action: { label: `打开${version}`, path: obligationPath(obligation.id) },
      deadline: { ...wordDeadline({ nominal, effective }, now, calendar) },
    },
  };
}

/** As the template `consultation-opened` is told. */
function consultationView(notice: ConsultationNotice, title: string): JsonObject {
  const { openedOn, closesAt } = notice;
  assert.ok(openedOn !== null && closesAt !== null, 'a published notice has its dates');
  return {
    draftTitle: title,
    openedOnText: formatDate(openedOn),
    periodText: `${daysBetween(openedOn, dateOf(closesAt))}日`,
  };
}
