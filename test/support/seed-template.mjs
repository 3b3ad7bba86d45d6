import '../../scripts/typescript/register.mjs';
import 'reflect-metadata';

/** Before any house of the tests opens, so that its clock never runs behind its rows. */
export const seededAt = '2021-06-25T08:00:00+08:00';

/** Migrates and seeds an empty database once; every test house begins with a copy of it. */
export async function seedTemplate(url, dataFolder) {
  const { openHouse } = await import('../../src/house.ts');
  const { entities } = await import('../../src/entities.ts');
  const { Database, readConfig, SeededIds, SimulatedClock } = await import('../../src/platform/index.ts');
  const { loadSeeds } = await import('../../src/seeding.ts');
  const clock = new SimulatedClock(Date.parse(seededAt));
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: dataFolder });
  const database = new Database(url, entities);
  await database.open();
  const app = await openHouse({
    config,
    database,
    clock,
    ids: new SeededIds(clock, 0),
    serverKey: Buffer.alloc(32, 1),
  });
  await loadSeeds(app);
  await app.close();
  await database.close();
}
