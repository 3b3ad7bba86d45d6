import { seededCalendar } from '../../test/support/seeded-calendar.js';
import { type Contact, type ContactRole, type Unit } from '../directory/index.js';
import { type StandingObligation } from '../obligations/index.js';
import { defaultLadder } from './ladder.js';
import { type OpenObligation } from './open-obligations.js';
import { planTurns } from './plan-turns.js';
import { turnKey } from './register-entry.entity.js';
import { identityOf } from './turn.js';

const calendar = seededCalendar();
const at = (text: string) => Date.parse(`${text}+08:00`);
const contact = (id: string, role: ContactRole = 'liaison'): Contact => ({
  id,
  unitId: 'unit',
  role,
  name: '联络员',
  address: `${id}@example.org`,
});
const open = (obligation: Partial<StandingObligation> = {}, ...contacts: Contact[]): OpenObligation => {
  const issuedAt = at('2021-06-25T18:00:00');
  const effectiveAt = at('2021-07-26T23:59:59.999');
  return {
    obligation: {
      id: 'o',
      kind: 'material',
      deadlineRevision: 1,
      issuedAt,
      effectiveAt,
      ...obligation,
    } as StandingObligation,
    unit: { id: 'unit' } as Unit,
    contacts: contacts.length === 0 ? [contact('a')] : contacts,
    runsSince: obligation.issuedAt ?? issuedAt,
    registered: new Set(),
  };
};
const plan = (one: OpenObligation, now: string) => {
  const { send, skip } = planTurns([one], defaultLadder, at(now), calendar);
  const keys = (turns: typeof send) => turns.map((turn) => `${turn.contact.id} ${turn.occurrence.rung.key}`);
  return { send: keys(send), skip: keys(skip) };
};
const registerAll = (one: OpenObligation, now: string) => {
  const { send, skip } = planTurns([one], defaultLadder, at(now), calendar);
  for (const turn of [...send, ...skip]) one.registered.add(turnKey(identityOf(turn)));
};

describe('planning the turns that are due', () => {
  it('sends the notice, however late, and nothing beside it', () => {
    expect(plan(open(), '2021-07-21T09:00:00')).toEqual({
      send: ['a notice'],
      skip: ['a before-10', 'a before-5', 'a before-3'],
    });
  });

  it('sends no notice for a reply: the consultation asks for it in its own words', () => {
    expect(plan(open({ kind: 'reply' }), '2021-06-28T09:00:00')).toEqual({ send: [], skip: [] });
  });

  it('serves no second notice after the deadline moved', () => {
    const one = open();
    registerAll(one, '2021-06-28T09:00:00');
    one.obligation.deadlineRevision = 2;
    expect(plan(one, '2021-06-29T09:00:00').send).toEqual([]);
  });

  it('sends only the latest of what was missed, and plans nothing twice', () => {
    const one = open();
    registerAll(one, '2021-06-28T09:00:00');
    expect(plan(one, '2021-07-22T09:00:00')).toEqual({
      send: ['a before-3'],
      skip: ['a before-10', 'a before-5'],
    });
    registerAll(one, '2021-07-22T09:00:00');
    expect(plan(one, '2021-07-22T10:00:00')).toEqual({ send: [], skip: [] });
  });

  it('does not send what fell due before the present deadline began to run', () => {
    const one = open({ deadlineRevision: 2 });
    registerAll(one, '2021-06-28T09:00:00');
    one.runsSince = at('2021-07-12T10:00:00');
    expect(plan(one, '2021-07-13T09:00:00')).toEqual({ send: [], skip: ['a before-10'] });
  });

  it('tells the leader only on the rungs that name the leader', () => {
    const one = open({}, contact('a'), contact('b', 'leader'));
    registerAll(one, '2021-07-27T09:00:00');
    expect(plan(one, '2021-07-29T09:00:00').send).toEqual(['a after-3', 'b after-3']);
  });

  it('does not bring a new liaison everything the old one had', () => {
    const one = open();
    registerAll(one, '2021-07-22T09:00:00');
    one.contacts = [contact('new')];
    expect(plan(one, '2021-07-22T10:00:00').send).toEqual(['new notice']);
  });
});
