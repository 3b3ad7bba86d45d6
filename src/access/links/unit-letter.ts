import { findCompilation, mailHeading } from '../../compilation/index.js';
import { contactsOf, findUnit } from '../../directory/index.js';
import { type Act } from '../../engine/index.js';
import { type NewMail } from '../../outbox/index.js';
import { findObligation, obligationTitle, registerNumber } from '../../obligations/index.js';
import { type JsonObject } from '../../platform/index.js';

type Letter = Omit<NewMail, 'compilationId'>;

/** What only the caller knows of a mail to a unit's registered contacts; the rest is the same in all of them. */
export interface UnitLetter {
  template: 'access-code' | 'new-link';
  /** Begins the key of each mail. */
  key: string;
  about: string;
  stillDueCheck?: string;
  action: { label: string; path: string } | null;
  view: (title: string) => JsonObject;
}

/** The same mail to each registered liaison of the unit that owes something. */
export async function lettersTo(act: Act, obligationId: string, letter: UnitLetter): Promise<Letter[]> {
  const obligation = await findObligation(act.tx, act.compilationId, obligationId);
  const compilation = await findCompilation(act.tx, act.compilationId);
  const unit = await findUnit(act.tx, obligation.unitId);
  const contacts = (await contactsOf(act.tx, [unit.id], ['liaison'])).get(unit.id) ?? [];
  const title = obligationTitle(compilation, obligation.kind, unit.category);
  const { template, key, about, stillDueCheck, action } = letter;
  return contacts.map((contact) => ({
    template,
    recipient: { id: contact.id, name: `${unit.name}${contact.name}`, address: contact.address },
    key: `${key}:${contact.id}`,
    dueAt: act.now,
    about,
    stillDueCheck,
    view: {
      compilation: { ...mailHeading(compilation) },
      recipient: { name: contact.name, unitName: unit.name },
      action,
      reference: registerNumber(act),
      ...letter.view(title),
    },
  }));
}
