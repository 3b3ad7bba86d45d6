import { openHouse, secretary, type TestHouse } from '../../test/support/test-house.js';
import { advanceCompilation, Issue } from '../compilation/index.js';
import { LedgerQuery } from '../ledger/index.js';
import { Database, NotFound } from '../platform/index.js';
import { Acts, checkReplay, GateRefusal, StepNotOffered } from './index.js';

describe('an act', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const order = (type = 'test.done') => ({ compilationId: house.compilationId, actor: secretary, type });
  const seq = async () => (await house.get(LedgerQuery).head(house.compilationId)).seq;
  const issue = (id: string): Issue => ({
    id,
    compilationId: house.compilationId,
    kind: '重大问题',
    title: '测试',
    views: [],
    proposal: '',
    raisedAt: 0,
    escalatedAt: null,
    decision: null,
    decidedAt: null,
    revision: 1,
  });

  it('writes exactly one ledger entry, with who, when and what', async () => {
    const before = await seq();
    await house.get(Acts).perform(order(), async (act) => {
      expect(act.ledgerSeq).toBe(before + 1);
      act.note({ a: 1 });
      act.note({ b: '二' });
    });
    const [entry] = await house.get(LedgerQuery).latest(house.compilationId, { limit: 1 });
    expect(entry).toMatchObject({
      seq: before + 1,
      actor: 'secretariat:office-1',
      type: 'test.done',
      at: '2021-06-25T01:00:00.000Z',
      payload: { a: 1, b: '二', transitions: [] },
    });
  });

  it('leaves nothing behind when it fails: no row, no entry, no mail, no transition', async () => {
    const before = await seq();
    const failing = house.get(Acts).perform(order(), async (act) => {
      await act.tx.insert(Issue, issue('i-1') as never);
      await act.send(house.compilationId, { type: 'startCompilation' });
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await seq()).toBe(before);
    const rows = await house.get(Database).read((reader) => reader.countBy(Issue, { id: 'i-1' }));
    expect(rows).toBe(0);
    const { state } = await house.perform(advanceCompilation, { event: 'startCompilation' });
    expect(state).toBe('drafting.collectingMaterials');
  });

  it('lists every unmet requirement with its facts in a refusal', async () => {
    await house.perform(advanceCompilation, { event: 'startCompilation' });
    const refused = await house
      .perform(advanceCompilation, { event: 'closeMaterials' })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GateRefusal);
    expect((refused as GateRefusal).toJson()).toMatchObject({
      refused: true,
      event: 'closeMaterials',
      unmet: [{ requirement: 'materialsSettled', facts: { owed: 160, notHandedIn: 160 } }],
    });
    expect((refused as GateRefusal).userMessage).toContain('还有160家单位未办结');
  });

  it('names the steps that are possible when another one is asked for', async () => {
    const asked = house.perform(advanceCompilation, { event: 'publishScheme' });
    await expect(asked).rejects.toThrow(StepNotOffered);
    await expect(asked).rejects.toThrow('现在可以办理：启动编制');
  });

  it('is refused in a compilation that does not exist', async () => {
    const nowhere = { ...order(), compilationId: 'nowhere' };
    await expect(house.get(Acts).perform(nowhere, async () => undefined)).rejects.toThrow(NotFound);
  });

  it('keeps the facts a guard saw, so that replaying the ledger gives the stored snapshots', async () => {
    await house.perform(advanceCompilation, { event: 'startCompilation' });
    const verdict = await house.get(Database).read((reader) => checkReplay(reader, house.compilationId));
    expect(verdict).toEqual({ ok: true, compared: 161, differing: [] });
  });

  it('shows in replay that a stored snapshot was changed behind the ledger’s back', async () => {
    await house.perform(advanceCompilation, { event: 'startCompilation' });
    await house.database.write((tx) =>
      tx.query(`UPDATE workflow_instance SET snapshot = '{}' WHERE id = '${house.compilationId}'`),
    );
    const verdict = await house.get(Database).read((reader) => checkReplay(reader, house.compilationId));
    expect(verdict).toMatchObject({ ok: false, differing: [house.compilationId] });
  });

  it('never lets the chain’s time run backwards when the clock is set back', async () => {
    await house.get(Acts).perform(order(), async () => undefined);
    house.clock.moveTo(house.clock.now() - 86_400_000);
    await house.get(Acts).perform(order(), async () => undefined);
    expect(await house.get(LedgerQuery).verify(house.compilationId)).toMatchObject({ ok: true });
  });

  it('cannot be changed afterwards: the database refuses to touch the ledger', async () => {
    const statements = [`UPDATE ledger_entry SET type = 'x'`, 'DELETE FROM ledger_entry'];
    if (house.database.kind === 'postgres') statements.push('TRUNCATE ledger_entry');
    for (const statement of statements) {
      const tampering = house.database.write((tx) => tx.query(statement));
      await expect(tampering).rejects.toThrow('the ledger is append-only');
    }
    const copied = house.database.write((tx) =>
      tx.query(
        house.database.kind === 'postgres'
          ? `INSERT INTO ledger_entry SELECT * FROM ledger_entry ON CONFLICT (id) DO UPDATE SET type = 'x'`
          : `INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry`,
      ),
    );
    await expect(copied).rejects.toThrow('the ledger is append-only');
  });
});
