import { advanceCompilation } from '../../src/compilation/index.js';
import { entities } from '../../src/entities.js';
import { submitMaterial } from '../../src/materials/index.js';
import { Database, DatabaseFault } from '../../src/platform/index.js';
import { type ConsultationOffice, openConsultationOffice } from '../support/consultation-office.js';
import { type FaultMoment, injectFault } from '../support/faulty-statements.js';
import { MaterialsOffice } from '../support/materials-office.js';
import { fourPartInput } from '../support/materials.js';
import { openHouse, type TestHouse } from '../support/test-house.js';

/** What another process finds, as after a restart. */
async function rowsOf(other: Database): Promise<string> {
  const all = (table: string) =>
    other.read((reader) => reader.query<object[]>(`SELECT * FROM ${table} ORDER BY 1`));
  const counted = ['ledger_entry', 'outbox', 'mail', 'opinion', 'submission'];
  const tables = await Promise.all(['ledger_head', 'workflow_instance', 'obligation'].map(all));
  const counts = await Promise.all(
    counted.map((table) =>
      other.read((reader) => reader.query<object[]>(`SELECT count(*) AS n FROM ${table}`)),
    ),
  );
  return JSON.stringify([tables, counts]);
}

interface Attempt {
  statements: number;
  outcome: 'kept' | DatabaseFault['outcome'];
  changed: boolean;
}

/** Fails each statement of the act in turn, until it gets through; what each attempt said, and what became of it. */
async function failEach(
  house: TestHouse,
  moment: FaultMoment,
  act: () => Promise<unknown>,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  // The house's own trial writes would be counted among the act's statements.
  (house.database as unknown as { health: { close(): void } }).health.close();
  const other = new Database(house.config.databaseUrl, entities, true);
  await other.open();
  for (let nth = 1; ; nth++) {
    const before = await rowsOf(other);
    const injection = await injectFault(house.database, nth, moment);
    const outcome = await act().then(
      () => 'kept' as const,
      (error: unknown) => {
        injection.end();
        if (!(error instanceof DatabaseFault)) throw error;
        return error.outcome;
      },
    );
    injection.end();
    const changed = (await rowsOf(other)) !== before;
    attempts.push({ statements: injection.count(), outcome, changed });
    // Whatever was kept ends it: doing the act once more would be another act.
    if (changed || injection.count() < nth) break;
  }
  await other.close();
  return attempts;
}

function expectTruth(attempts: Attempt[], moment: FaultMoment): void {
  const last = attempts[attempts.length - 1];
  const others = attempts.slice(0, -1);
  // BEGIN, a lock, a row, the ledger's entry and its head, COMMIT at the least.
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter(({ outcome }) => outcome === 'kept')).toEqual([]);
  expect(others.filter(({ changed }) => changed)).toEqual([]);
  expect(last.changed).toBe(true);
  // A COMMIT whose answer was lost was carried out here; all that can be said is that nobody knows.
  expect(last.outcome).toBe(moment === 'before' ? 'kept' : 'unknown');
}

describe('when a statement of an act fails, each in turn', () => {
  let office: ConsultationOffice;
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it.each(['before', 'after'] as const)(
    'an opinion is kept just when it is acknowledged (%s)',
    async (moment) => {
      expectTruth(await failEach(office, moment, () => office.receive(`意见：${moment}`)), moment);
    },
  );

  it.each(['before', 'after'] as const)('so is a disposition (%s)', async (moment) => {
    const { id } = await office.receive(`待办：${moment}`);
    await office.assign(id);
    const act = () => office.dispose(id, '留作研究', { reason: '留待下一轮研究。' });
    expectTruth(await failEach(office, moment, act), moment);
  });
});

describe('when a statement of a step fails, each in turn', () => {
  it.each(['before', 'after'] as const)(
    'the step is taken just when it is acknowledged (%s)',
    async (moment) => {
      const house = await openHouse(undefined, undefined, { units: 12 });
      const act = () =>
        house.perform(advanceCompilation, { event: 'startCompilation', reason: '按通知启动' });
      expectTruth(await failEach(house, moment, act), moment);
      await house.close();
    },
  );
});

describe('when a statement of a hand-in fails, each in turn', () => {
  it.each([
    ['before', 'health'],
    ['after', 'education'],
  ] as const)('it is kept just when it is acknowledged (%s)', async (moment, unit) => {
    const office = await MaterialsOffice.open();
    const { id } = await office.owedBy(unit);
    await office.save(unit, fourPartInput());
    const actor = await office.actor(unit);
    const act = () => office.house.perform(submitMaterial, { obligationId: id }, actor);
    expectTruth(await failEach(office.house, moment, act), moment);
    await office.close();
  });
});
