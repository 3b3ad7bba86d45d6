import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type CalendarFile, CalendarShelf, dateOf, wordDeadline, yearOf } from '../calendar/index.js';
import { type Compilation, findCompilation, mailHeading } from '../compilation/index.js';
import { type Contact, contactsOf, findUnit, findUnits, type Unit } from '../directory/index.js';
import { type Act } from '../engine/index.js';
import { type Instant, type JsonObject, saveRevision } from '../platform/index.js';
import { type NewMail } from '../outbox/index.js';
import { type MailName } from '../render/index.js';
import { Obligation } from './obligation.entity.js';
import { obligationEvent } from './obligation-event.js';
import { obligationTitle } from './obligation-title.js';

type Letter = Omit<NewMail, 'compilationId'>;

/** Names the check that {@link ObligationCheck} makes again when the mail is due. */
export const obligationCheckName = 'obligation';

export interface ObligationMail {
  template: MailName;
  /** Label of the button that opens the obligation; null when there is nothing to do. */
  actionLabel: string | null;
  /** What the template is told beside the heading, the title and the deadline. */
  view: JsonObject;
  /** The calendar entry of the deadline: as it now stands, or withdrawn. */
  entry?: 'current' | 'cancelled';
  /** Says what is so while something is owed; one that says what happened is true whenever it leaves. */
  onlyWhileOwed?: boolean;
  /** Later than now, where several changes within a short while are one mail. */
  dueAt?: Instant;
}

/** Writes to a unit's liaison about one obligation, once in an act. */
@Injectable()
export class ObligationMails {
  constructor(private readonly shelf: CalendarShelf) {}

  async post(act: Act, obligation: Obligation, mail: ObligationMail): Promise<void> {
    await this.postAll(act, [obligation], mail);
  }

  /** Tells that nothing is owed any more, or not now, and takes the deadlines out of the calendars. */
  async withdraw(act: Act, obligations: Obligation[], mail: Omit<ObligationMail, 'entry'>): Promise<void> {
    await this.postAll(act, await renewEntries(act, obligations), { ...mail, entry: 'cancelled' });
  }

  /** Tells that it is owed, and enters the deadlines into the calendars again. */
  async restore(act: Act, obligations: Obligation[], mail: Omit<ObligationMail, 'entry'>): Promise<void> {
    await this.postAll(act, await renewEntries(act, obligations), { ...mail, entry: 'current' });
  }

  private async postAll(act: Act, obligations: Obligation[], mail: ObligationMail): Promise<void> {
    const { tx, now } = act;
    const compilation = await findCompilation(tx, act.compilationId);
    const calendar = await this.shelf.load(tx);
    const units = new Map((await findUnits(tx)).map((unit) => [unit.id, unit]));
    const contacts = await contactsOf(tx, [...new Set(obligations.map(({ unitId }) => unitId))], ['liaison']);
    const letters = obligations.flatMap((obligation) => {
      const unit = units.get(obligation.unitId);
      assert.ok(unit, 'an obligation is of a unit of the roster');
      const { nominal, effectiveAt: effective } = obligation;
      const deadline = { ...wordDeadline({ nominal, effective }, now, calendar) };
      const matter = { act, compilation, unit, deadline };
      return (contacts.get(unit.id) ?? []).map((contact) => letterTo(contact, obligation, mail, matter));
    });
    await act.post(letters);
  }

  async wordDeadline(reader: EntityManager, obligation: Obligation, now: Instant): Promise<JsonObject> {
    const { nominal, effectiveAt: effective } = obligation;
    return { ...wordDeadline({ nominal, effective }, now, await this.shelf.load(reader)) };
  }

  /** The entry that a queued mail carries, as the obligation now stands. */
  async currentEntry(
    reader: EntityManager,
    obligation: Obligation,
    attendee: { name: string; email: string },
    now: Instant,
  ): Promise<CalendarFile> {
    const compilation: Compilation = await findCompilation(reader, obligation.compilationId);
    const { category } = await findUnit(reader, obligation.unitId);
    const title = obligationTitle(compilation, obligation.kind, category);
    return obligationEvent(obligation, title, { compilation, attendee }, now);
  }
}

interface Matter {
  act: Act;
  compilation: Compilation;
  unit: Unit;
  deadline: JsonObject;
}

function letterTo(contact: Contact, obligation: Obligation, mail: ObligationMail, matter: Matter): Letter {
  const { act, compilation, unit, deadline } = matter;
  const { template, actionLabel, entry } = mail;
  const title = obligationTitle(compilation, obligation.kind, unit.category);
  const attendee = { name: `${unit.name}${contact.name}`, email: contact.address };
  const event = () =>
    obligationEvent(obligation, title, { compilation, attendee }, act.now, entry === 'cancelled');
  return {
    template,
    recipient: { id: contact.id, name: attendee.name, address: contact.address },
    key: `${template}:${obligation.id}:${act.ledgerSeq}:${contact.id}`,
    dueAt: mail.dueAt ?? act.now,
    about: obligation.id,
    stillDueCheck: mail.onlyWhileOwed === true ? obligationCheckName : undefined,
    event: entry === undefined ? undefined : event(),
    view: {
      compilation: { ...mailHeading(compilation) },
      recipient: { name: contact.name, unitName: unit.name },
      action: actionLabel === null ? null : { label: actionLabel, path: obligationPath(obligation.id) },
      reference: registerNumber(act),
      obligation: { title },
      deadline,
      ...mail.view,
    },
  };
}

async function renewEntries(act: Act, obligations: Obligation[]): Promise<Obligation[]> {
  const renewed: Obligation[] = [];
  for (const obligation of obligations) {
    const change = { calendarSequence: obligation.calendarSequence + 1 };
    const revision = await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
    renewed.push({ ...obligation, ...change, revision });
  }
  return renewed;
}

/** Where the unit works on it; the sender of a mail makes a link of it. */
export const obligationPath = (obligationId: string): string => `/u/${obligationId}`;

/** 2021-0131: year and position in the ledger, where the act can be looked up. */
export const registerNumber = (act: Pick<Act, 'now' | 'ledgerSeq'>): string =>
  `${yearOf(dateOf(act.now))}-${String(act.ledgerSeq).padStart(4, '0')}`;
