import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { type ActFile, ActRunner, type AnyAct, type ResultOf, type Sent } from '../../src/engine/index.js';
import { entities } from '../../src/entities.js';
import { type Surroundings } from '../../src/machinery.module.js';
import {
  type Actor,
  type Config,
  Database,
  readConfig,
  SeededIds,
  SimulatedClock,
  templatesFolder,
} from '../../src/platform/index.js';
import { TemplateSet } from '../../src/render/index.js';
import { loadSeeds } from '../../src/seeding.js';
import { Worker } from '../../src/worker/index.js';
import { createTestDatabase } from './test-database.js';

export const secretary: Actor = { kind: 'secretariat', id: 'office-1' };
export const reviewer: Actor = { kind: 'reviewer', id: 'office-2' };

/** The whole house on a fresh database of this Jest project's kind, with a clock that stands still until moved. */
export interface TestHouse {
  app: INestApplicationContext;
  clock: SimulatedClock;
  database: Database;
  config: Config;
  /** The seeded 2021 compilation, prepared. */
  compilationId: string;
  /** Moves the clock and performs whatever falls due on the way, in order. */
  moveTo(isoInstant: string): Promise<void>;
  get: INestApplicationContext['get'];
  /** Carries an act out in the seeded compilation, as the secretariat unless told. */
  perform<A extends AnyAct>(act: A, input: Sent<A>, actor?: Actor, file?: ActFile): Promise<ResultOf<A>>;
  close(): Promise<void>;
}

let compiled: TemplateSet | null = null;
/** Read and compiled once for all houses of a process. */
const templates = (): TemplateSet => (compiled ??= new TemplateSet(templatesFolder));

/** The house without a door. */
const openContext = (surroundings: Surroundings): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(AppModule.with(surroundings), { logger: ['error', 'warn'] });

export async function openHouse(
  startsAt = '2021-06-25T09:00:00+08:00',
  compose: (surroundings: Surroundings) => Promise<INestApplicationContext> = openContext,
  seeds: Parameters<typeof loadSeeds>[1] = {},
): Promise<TestHouse> {
  const files = await createTestDatabase({ seeded: beginsSeeded(startsAt, seeds) });
  const config = readConfig({ DATABASE_URL: files.url, DATA_DIR: files.dataFolder });
  const clock = new SimulatedClock(Date.parse(startsAt));
  const ids = new SeededIds(clock, 1);
  // Thousands of commits that wait for the disk would be most of the suite's time; durability has tests of its own.
  const database = new Database(files.url, entities, true);
  await database.open();
  const serverKey = Buffer.alloc(32, 1);
  const surroundings = {
    config,
    database,
    clock,
    ids,
    workerConcurrency: 1,
    serverKey,
    templates: templates(),
  };
  const app = await compose(surroundings);
  const compilationId = await loadSeeds(app, seeds);
  return {
    app,
    clock,
    database,
    config,
    compilationId,
    moveTo: (isoInstant) => moveTo(app, clock, Date.parse(isoInstant)),
    get: app.get.bind(app) as INestApplicationContext['get'],
    perform(this: TestHouse, act, input, actor = secretary, file) {
      // That of this house, which a test may have spread for another compilation.
      const who = { compilationId: this.compilationId, actor };
      return app.get(ActRunner).perform(act, who, input, { file: file ?? null });
    },
    async close() {
      await app.close();
      await database.close();
      await files.remove();
    },
  };
}

/** A copy of the seeded template saves every test the seeding; its rows are of 08:00 on the day of the notice. */
const beginsSeeded = (startsAt: string, seeds: Parameters<typeof loadSeeds>[1]): boolean =>
  Object.keys(seeds ?? {}).length === 0 && Date.parse(startsAt) >= Date.parse('2021-06-25T08:00:00+08:00');

async function moveTo(app: INestApplicationContext, clock: SimulatedClock, instant: number): Promise<void> {
  const worker = app.get(Worker);
  for (let due = await worker.nextDueAt(); due !== null && due <= instant; due = await worker.nextDueAt()) {
    clock.moveTo(Math.max(clock.now(), due));
    await worker.runDue();
  }
  clock.moveTo(instant);
}
