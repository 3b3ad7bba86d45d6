import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import { type Surroundings } from './machinery.module.js';
import {
  type Config,
  Database,
  RandomIds,
  readServerKey,
  ShiftedClock,
  SystemClock,
} from './platform/index.js';

/** The surroundings of a real process: the machine's clock (or one that starts elsewhere) and unguessable ids. */
export async function realSurroundings(config: Config): Promise<Surroundings> {
  const clock = config.startsAt === undefined ? new SystemClock() : new ShiftedClock(config.startsAt);
  const database = new Database(config.databaseUrl, entities);
  await database.open();
  const serverKey =
    config.serverKey === undefined
      ? await readServerKey(join(config.dataFolder, 'server.key'))
      : Buffer.from(config.serverKey, 'hex');
  return { config, database, clock, ids: new RandomIds(clock), wallClock: new SystemClock(), serverKey };
}

/** The house without an HTTP door: for commands, a worker, a rehearsal. */
export function openHouse(surroundings: Surroundings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.with(surroundings), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
}
