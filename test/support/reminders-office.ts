import { In, Not } from 'typeorm';
import { formatMoment } from '../../src/calendar/index.js';
import { Contact } from '../../src/directory/index.js';
import { findObligations, outstandingStates, waiveObligations } from '../../src/obligations/index.js';
import { Mail, OutboxRow } from '../../src/outbox/index.js';
import { type RegisterLine, RegisterQuery } from '../../src/reminders/index.js';
import { Worker } from '../../src/worker/index.js';
import { type ObligationsOffice, openOffice } from './obligations-office.js';

/** An office in which only a few units still owe, so that a test can follow every mail. */
export interface RemindersOffice extends ObligationsOffice {
  /** `['7月12日 reminder liaison', …]`: the reminders of a unit that were sent, in order. */
  remindersTo(unitKey: string): Promise<string[]>;
  register(unitKey: string): Promise<RegisterLine[]>;
  digests(): Promise<Mail[]>;
  moveTo(isoInstant: string): Promise<void>;
  /** Time passes with no worker running. */
  standStillUntil(isoInstant: string): void;
  runDue(): Promise<number>;
}

/** They tell what became of the whole; these tests look at what a unit is reminded of. */
const wordsOfCourse = ['suspended', 'resumed', 'terminated'];

export async function openRemindersOffice(startsAt?: string, ...owing: string[]): Promise<RemindersOffice> {
  const office = await openOffice(startsAt);
  const { house, compilationId } = office;
  await waiveAllBut(office, owing.length === 0 ? ['commerce'] : owing);
  const read = house.database.read.bind(house.database);
  return {
    ...office,
    async remindersTo(unitKey) {
      const { id } = await office.owedBy(unitKey);
      const mails = await read((reader) =>
        reader.find(Mail, {
          where: { about: id, state: 'sent', template: Not(In(wordsOfCourse)) },
          order: { sentAt: 'ASC', id: 'ASC' },
        }),
      );
      const contacts = await read((reader) => reader.find(Contact));
      const roles = new Map(contacts.map((contact) => [contact.id, contact.role]));
      return mails.map(({ sentAt, template, recipientId }) => {
        const at = sentAt ?? 0;
        return `${formatMoment(at, house.clock.now())} ${template} ${roles.get(recipientId)}`;
      });
    },
    async register(unitKey) {
      const { id } = await office.owedBy(unitKey);
      return (await house.get(RegisterQuery).list(compilationId, { obligationId: id })).reverse();
    },
    digests: () =>
      read((reader) => reader.find(Mail, { where: { template: 'digest' }, order: { id: 'ASC' } })),
    moveTo: (isoInstant) => house.moveTo(isoInstant),
    standStillUntil: (isoInstant) => house.clock.moveTo(Date.parse(isoInstant)),
    runDue: () => house.get(Worker).runDue(),
  };
}

async function waiveAllBut(
  { house, compilationId, owedBy }: ObligationsOffice,
  owing: string[],
): Promise<void> {
  const open = await house.database.read((reader) =>
    findObligations(reader, compilationId, { states: outstandingStates }),
  );
  const kept = await Promise.all(owing.map(async (key) => (await owedBy(key)).id));
  const ids = open.map(({ id }) => id).filter((id) => !kept.includes(id));
  const reasoned = { reason: '与本次编制无关', approver: '秘书处负责人' };
  for (let from = 0; from < ids.length; from += 100) {
    const slice = { ids: ids.slice(from, from + 100), ...reasoned };
    await house.perform(waiveObligations, slice);
  }
  // The word of it to a hundred and sixty units is not what these tests look at.
  await house.database.write((tx) => tx.delete(OutboxRow, { kind: 'mail', state: 'ready' }));
}
