import { Injectable } from '@nestjs/common';
import { CalendarShelf, dateOf, wordDeadline, yearOf } from '../calendar/index.js';
import { findCompilation, mailHeading } from '../compilation/index.js';
import { type Contact, contactsOf, findUnit } from '../directory/index.js';
import { type Act } from '../engine/index.js';
import { type JsonObject } from '../platform/index.js';
import { type MailName } from '../render/index.js';
import { type Obligation } from './obligation.entity.js';
import { obligationEvent } from './obligation-event.js';
import { obligationTitle } from './obligation-title.js';

export interface ObligationMail {
  template: MailName;
  actionLabel: string;
  /** What the template is told beside the heading, the title and the deadline. */
  view: JsonObject;
  /** Carries the calendar entry of the deadline. */
  withEvent?: boolean;
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
    const { nominal, effectiveAt: effective } = obligation;
    const deadline = wordDeadline({ nominal, effective }, act.now, await this.shelf.load(act.tx));
    const nameOf = (contact: Contact) => `${unit.name}${contact.name}`;
    const event = (contact: Contact) => {
      const attendee = { name: nameOf(contact), email: contact.address };
      return obligationEvent(obligation, title, { compilation, attendee }, act.now);
    };
    await act.post(
      contacts.map((contact) => ({
        template: mail.template,
        recipient: { id: contact.id, name: nameOf(contact), address: contact.address },
        key: `${mail.template}:${obligation.id}:${act.ledgerSeq}:${contact.id}`,
        dueAt: act.now,
        about: obligation.id,
        event: mail.withEvent ? event(contact) : undefined,
        view: {
          compilation: { ...mailHeading(compilation) },
          recipient: { name: contact.name, unitName: unit.name },
          action: { label: mail.actionLabel, path: obligationPath(obligation.id) },
          reference: registerNumber(act),
          obligation: { title },
          deadline: { ...deadline },
          ...mail.view,
        },
      })),
    );
  }
}

/** Where the unit works on it; the sender of a mail makes a link of it. */
export const obligationPath = (obligationId: string): string => `/u/${obligationId}`;

/** 2021-0131: year and position in the ledger, where the act can be looked up. */
export const registerNumber = (act: Pick<Act, 'now' | 'ledgerSeq'>): string =>
  `${yearOf(dateOf(act.now))}-${String(act.ledgerSeq).padStart(4, '0')}`;
