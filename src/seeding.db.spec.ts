import { createTestDatabase } from '../test/support/test-database.js';
import { CalendarShelf } from './calendar/index.js';
import { CompilationQuery } from './compilation/index.js';
import { Unit } from './directory/index.js';
import { openHouse } from './house.js';
import { ListTopicsUseCase } from './materials/index.js';
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
    const topics = app.get(ListTopicsUseCase);
    const list = topics.execute.bind(topics);
    topics.execute = () => Promise.reject(new Error('killed here, with everything before done'));
    await expect(loadSeeds(app)).rejects.toThrow('killed here');
    expect(await app.get(CompilationQuery).list()).toEqual([]);
    expect(await database.read((reader) => reader.count(Unit))).toBe(0);
    const years = await database.read((reader) => app.get(CalendarShelf).years(reader));
    expect(years).toEqual([]);
    topics.execute = list;
    const [first, second] = await Promise.all([loadSeeds(app), loadSeeds(app)]);
    expect(second).toBe(first);
    expect(await app.get(CompilationQuery).list()).toHaveLength(1);
    expect(await database.read((reader) => reader.count(Unit))).toBeGreaterThan(150);
    await app.close();
    await database.close();
    await files.remove();
  });
});
