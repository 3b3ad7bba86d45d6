import { createTestDatabase } from '../test/support/test-database.js';
import { CalendarShelf } from './calendar/index.js';
import { CompilationQuery } from './compilation/index.js';
import { Unit } from './directory/index.js';
import { ActRunner } from './engine/index.js';
import { openHouse } from './house.js';
import { listTopics } from './materials/index.js';
import { entities } from './entities.js';
import { Database, readConfig, SeededIds, SimulatedClock } from './platform/index.js';
import { loadSeeds } from './seeding.js';

describe('the seeding of a fresh house', () => {
  it('that breaks off before its end leaves nothing, and the next start does it whole', async () => {
    const files = await createTestDatabase();
    const config = readConfig({ DATABASE_URL: files.url, DATA_DIR: files.dataFolder });
    const clock = new SimulatedClock(Date.parse('2021-06-25T09:00:00+08:00'));
    const database = new Database(files.url, entities, true);
    await database.open();
    const ids = new SeededIds(clock, 1);
    const app = await openHouse({ config, database, clock, ids, serverKey: Buffer.alloc(32, 1) });
    const runner = app.get(ActRunner);
    const perform = runner.performAny.bind(runner);
    runner.performAny = (act, who, sent) =>
      act.name === listTopics.name
        ? Promise.reject(new Error('killed here, with everything before done'))
        : perform(act, who, sent);
    await expect(loadSeeds(app)).rejects.toThrow('killed here');
    expect(await app.get(CompilationQuery).list()).toEqual([]);
    expect(await database.read((reader) => reader.count(Unit))).toBe(0);
    const years = await database.read((reader) => app.get(CalendarShelf).years(reader));
    expect(years).toEqual([]);
    runner.performAny = perform;
    const [first, second] = await Promise.all([loadSeeds(app), loadSeeds(app)]);
    expect(second).toBe(first);
    expect(await app.get(CompilationQuery).list()).toHaveLength(1);
    expect(await database.read((reader) => reader.count(Unit))).toBeGreaterThan(150);
    await app.close();
    await database.close();
    await files.remove();
  });
});
