import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { atTime, calendarDate } from '../calendar/index.js';
import { entities } from '../entities.js';
import { openHouse } from '../house.js';
import { Database, readConfig, SeededIds, SimulatedClock } from '../platform/index.js';
import { loadSeeds } from '../seeding.js';
import { Chance } from './chance.js';
import { writeOutputs } from './outputs.js';
import { type RehearsalOptions } from './rehearsal-options.js';
import { scenesOf2021 } from './scenes/index.js';
import { playScenes, Stage } from './stage.js';
import { type Summary } from './summary.js';

export const firstInstant = atTime(calendarDate('2021-06-25'), '08:30');

/**
 * 推演: plays the whole timeline on a throw-away database and a simulated clock, through the same use cases and the
 * same worker as the real thing. Same options and seed, same bytes, the duration aside.
 */
export async function rehearse(options: RehearsalOptions): Promise<Summary> {
  const startedAt = performance.now();
  const work = await mkdtemp(join(tmpdir(), 'bianzhi-rehearsal-'));
  await mkdir(options.out, { recursive: true });
  const clock = new SimulatedClock(firstInstant);
  const { app, database } = await openThrowAway(options, work, clock);
  try {
    const compilationId = await loadSeeds(app, { units: options.units });
    const say = options.onProgress ?? (() => undefined);
    const stage = new Stage(app, clock, compilationId, new Chance(options.seed), options.opinions, say);
    await playScenes(stage, scenesOf2021(options.lateUnit));
    return await writeOutputs(app, stage, { ...options, work, startedAt });
  } finally {
    await app.close();
    await database.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function openThrowAway(
  options: RehearsalOptions,
  work: string,
  clock: SimulatedClock,
): Promise<{ app: INestApplicationContext; database: Database }> {
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(work, 'rehearsal.db')}`;
  const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: work });
  const database = new Database(databaseUrl, entities, true);
  await database.open();
  const ids = new SeededIds(clock, options.seed);
  const serverKey = Buffer.alloc(32, options.seed);
  return {
    app: await openHouse({ config, database, clock, ids, workerConcurrency: 1, serverKey }),
    database,
  };
}
