import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type CalendarFile, CalendarShelf, dateOf, wordDeadline, yearOf } from '../calendar/index.js';
import { type Compilation, findCompilation, mailHeading } from '../compilation/index.js';
import { contactsOf, findUnit } from '../directory/index.js';
import { type Act } from '../engine/index.js';
import { type Instant, type JsonObject, saveRevision } from '../platform/index.js';
import { type MailName } from '../render/index.js';
import { Obligation } from './obligation.entity.js';
import { obligationEvent } from './obligation-event.js';
import { obligationTitle } from './obligation-title.js';

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
    const compilation = await findCompilation(act.tx, act.compilationId);
    const unit = await findUnit(act.tx, obligation.unitId);
    const contacts = (await contactsOf(act.tx, [unit.id], ['liaison'])).get(unit.id) ?? [];
    const title = obligationTitle(compilation, obligation.kind, unit.category);
    const deadline = await this.wordDeadline(act.tx, obligation, act.now);
    const { actionLabel, entry } = mail;
    const action = actionLabel === null ? null : { label: actionLabel, path: obligationPath(obligation.id) };
    const letters = contacts.map((contact) => {
      const name = `${unit.name}${contact.name}`;
      const attendee = { name, email: contact.address };
      return {
        template: mail.template,
        recipient: { id: contact.id, name, address: contact.address },
        key: `${mail.template}:${obligation.id}:${act.ledgerSeq}:${contact.id}`,
        dueAt: mail.dueAt ?? act.now,
        about: obligation.id,
        stillDueCheck: mail.onlyWhileOwed === true ? obligationCheckName : undefined,
        event:
          entry === undefined
            ? undefined
            : obligationEvent(obligation, title, { compilation, attendee }, act.now, entry === 'cancelled'),
        view: {
          compilation: { ...mailHeading(compilation) },
          recipient: { name: contact.name, unitName: unit.name },
          action,
          reference: registerNumber(act),
          obligation: { title },
          deadline,
          ...mail.view,
        },
      };
    });
    await act.post(letters);
  }

  /** Tells that nothing is owed any more, or not now, and takes the deadline out of the calendar. */
  async withdraw(act: Act, obligation: Obligation, mail: Omit<ObligationMail, 'entry'>): Promise<void> {
    await this.post(act, await this.renewEntry(act, obligation), { ...mail, entry: 'cancelled' });
  }

  /** Tells that it is owed, and enters the deadline into the calendar again. */
  async restore(act: Act, obligation: Obligation, mail: Omit<ObligationMail, 'entry'>): Promise<void> {
    await this.post(act, await this.renewEntry(act, obligation), { ...mail, entry: 'current' });
  }

  private async renewEntry<O extends Obligation>(act: Act, obligation: O): Promise<O> {
    const change = { calendarSequence: obligation.calendarSequence + 1 };
    const revision = await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
    return { ...obligation, ...change, revision };
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

/** Where the unit works on it; the sender of a mail makes a link of it. */
export const obligationPath = (obligationId: string): string => `/u/${obligationId}`;

/** 2021-0131: year and position in the ledger, where the act can be looked up. */
export const registerNumber = (act: Pick<Act, 'now' | 'ledgerSeq'>): string =>
  `${yearOf(dateOf(act.now))}-${String(act.ledgerSeq).padStart(4, '0')}`;
