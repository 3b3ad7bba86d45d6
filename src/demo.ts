import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Command } from 'commander';
import { OpenDemonstrationUseCase } from './access/index.js';
import { calendarDateSchema } from './calendar/index.js';
import { entities } from './entities.js';
import { closeDoor, createHttpApp, openDoor } from './http.js';
import {
  Database,
  logger,
  parseInput,
  RandomIds,
  readConfig,
  sayFailure,
  SimulatedClock,
  SystemClock,
} from './platform/index.js';
import { firstInstant, playUntil } from './rehearsal/index.js';
import { loadSeeds } from './seeding.js';

const options = new Command('demo')
  .description('演示：在临时数据库上把2021年编制推演到某一天，打开全部页面')
  .option('--at <date>', '演示开始的日期（YYYY-MM-DD）', '2021-09-08')
  .option('--port <port>', '端口', '3000')
  .option('--units <count>', '参加的单位数', '160')
  .option('--opinions <count>', '意见件数', '300')
  .parse()
  .opts<{ at: string; port: string; units: string; opinions: string }>();

/** A house on a throw-away database whose clock a visitor moves. Closing it leaves nothing behind. */
async function main(): Promise<void> {
  // A demonstration speaks to people: the log stays quiet unless something is wrong.
  logger.level = process.env.BIANZHI_LOG ?? 'error';
  const day = parseInput(calendarDateSchema, options.at);
  const work = await mkdtemp(join(tmpdir(), 'bianzhi-demo-'));
  const clock = new SimulatedClock(firstInstant);
  const app = await openThrowAway(work, clock);
  const compilationId = await loadSeeds(app, { units: Number(options.units) });
  await playUntil(app, clock, compilationId, day, { seed: 1, opinions: Number(options.opinions) });
  const posts = await app.get(OpenDemonstrationUseCase).execute(compilationId);
  const url = await openDoor(app, Number(options.port));
  const links = posts.map(({ name, token }) => `  ${name}　${url}/enter/${token}`);
  process.stdout.write(['编制台演示已启动。请打开（每个链接只能用一次）：', ...links, ''].join('\n'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void closeDoor(app).then(() => rm(work, { recursive: true, force: true })));
}

async function openThrowAway(work: string, clock: SimulatedClock): Promise<NestFastifyApplication> {
  const databaseUrl = `sqlite:${join(work, 'demo.db')}`;
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: work, PORT: options.port };
  const database = new Database(databaseUrl, entities, true);
  await database.open();
  const ids = new RandomIds(new SystemClock());
  const surroundings = {
    config: readConfig(environment),
    database,
    clock,
    ids,
    wallClock: new SystemClock(),
  };
  return createHttpApp({ ...surroundings, demo: true, serverKey: ids.bytes(32) });
}

main().catch((error: unknown) => {
  process.stderr.write(`${sayFailure(error)}\n`);
  process.exit(1);
});
