import { advanceCompilation } from '../../src/compilation/index.js';
import { Unit } from '../../src/directory/index.js';
import { type Act, Acts } from '../../src/engine/index.js';
import {
  handIn,
  type ObligationKind,
  type StandingObligation,
  findObligations,
  type SubmissionKind,
  SubmissionKinds,
} from '../../src/obligations/index.js';
import { Mail } from '../../src/outbox/index.js';
import { type Actor } from '../../src/platform/index.js';
import { openHouse, secretary, type TestHouse } from './test-house.js';

/** The rooms that keep submissions are not under test here: what is handed in is complete unless said otherwise. */
export class SampleSubmissions {
  missing: string[] = [];

  static in(house: TestHouse): SampleSubmissions {
    const samples = new SampleSubmissions();
    const kinds = house.get(SubmissionKinds)['kinds'];
    for (const kind of ['material', 'reply'] as const) kinds.set(kind, samples.kind(kind));
    return samples;
  }

  private kind(kind: ObligationKind): SubmissionKind {
    return {
      kind,
      check: () => Promise.resolve({ missing: this.missing, warnings: [] }),
      receipt: () =>
        Promise.resolve({ title: '《实施方案》材料', digest: 'ab'.repeat(32), lines: ['一、现状：820字'] }),
    };
  }
}

/** A house whose compilation is under way, so that every unit owes its material. */
export interface ObligationsOffice {
  house: TestHouse;
  compilationId: string;
  submissions: SampleSubmissions;
  /** The material owed by the unit of this key. */
  owedBy(unitKey: string, kind?: ObligationKind): Promise<StandingObligation>;
  unitActor(unitKey: string): Promise<Actor>;
  handIn(unitKey: string, kind?: ObligationKind): Promise<void>;
  /** Does something in an act of its own. */
  act<T>(fn: (act: Act) => Promise<T>): Promise<T>;
  mailsAbout(obligationId: string, template: string): Promise<Mail[]>;
  advance(event: string, reason?: string): Promise<unknown>;
}

export async function openOffice(
  startsAt = '2021-06-25T09:00:00+08:00',
  seeds: Parameters<typeof openHouse>[2] = {},
): Promise<ObligationsOffice> {
  const house = await openHouse(startsAt, undefined, seeds);
  const submissions = SampleSubmissions.in(house);
  const { compilationId } = house;
  const act: ObligationsOffice['act'] = (fn) =>
    house.get(Acts).perform({ compilationId, actor: secretary, type: 'test.acted' }, fn);
  const unitOf = (key: string) => house.database.read((reader) => reader.findOneByOrFail(Unit, { key }));
  const owedBy = async (key: string, kind: ObligationKind = 'material') => {
    const unit = await unitOf(key);
    return house.database.read(async (reader) => {
      const all = await findObligations(reader, compilationId, { unitId: unit.id, kind });
      return all[all.length - 1];
    });
  };
  const office: ObligationsOffice = {
    house,
    compilationId,
    submissions,
    owedBy,
    act,
    unitActor: async (key) => ({ kind: 'unit', id: (await unitOf(key)).id }),
    async handIn(key, kind) {
      const { id } = await owedBy(key, kind);
      await act((inside) => handIn(inside, id));
    },
    mailsAbout: (about, template) =>
      house.database.read((reader) =>
        reader.find(Mail, { where: { about, template }, order: { id: 'ASC' } }),
      ),
    advance: (event, reason) => house.perform(advanceCompilation, { event, reason }),
  };
  await office.advance('startCompilation');
  return office;
}
