import 'reflect-metadata';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { courseStage } from '../workflows/index.js';
import { FoundHouseUseCase } from './access/index.js';
import { CompilationQuery, type CompilationStatus } from './compilation/index.js';
import { closeDoor, createHttpApp, openDoor } from './http.js';
import { lookAround } from './file-check.js';
import { realSurroundings } from './house.js';
import { readConfig, sayFailure } from './platform/index.js';
import { loadSeeds } from './seeding.js';
import { Worker, WorkerLoop } from './worker/index.js';
import { type Position } from './engine/index.js';

/** The main door: serves people and programs, and runs a worker beside it unless told not to. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const surroundings = await realSurroundings(config);
  await surroundings.database.tryWriting();
  const app = await createHttpApp(surroundings);
  const compilationId = await loadSeeds(app);
  await lookAround(app);
  const url = await openDoor(app, config.port, config.host);
  const loop = new WorkerLoop(app.get(Worker));
  if (!process.argv.includes('--no-worker')) loop.start();
  stopOnSignal(app, loop);
  const founding = await app.get(FoundHouseUseCase).offer();
  const query = app.get(CompilationQuery);
  const standing = await query.standing(compilationId);
  process.stdout.write(greeting(url, await query.status(compilationId), standing, founding));
}

function greeting(
  url: string,
  { compilation, stateTitle, next }: CompilationStatus,
  position: Position,
  founding: string | null,
): string {
  const standing = position.is('prepared')
    ? '已备妥，尚未启动：没有下达任务，也没有发出邮件。'
    : `现处于“${stateTitle}”${next === null ? '' : `，下一步：${next.title}`}。`;
  const { start } = position.words(courseStage).events;
  return [
    `编制台已启动：${url}`,
    `${compilation.title}（${compilation.id}）${standing}`,
    '',
    ...(founding === null
      ? [`  登录        ${url}/sign-in`]
      : [`  首次使用，请打开此链接建立账户（7日内有效，只能用一次）：`, `  ${url}/welcome/${founding}`, '']),
    `  接口说明    ${url}/api`,
    '  看看进展    npm run -s bianzhi -- status',
    ...(position.is('prepared') ? [`  启动编制    npm run -s bianzhi -- advance ${start}`] : []),
    '  全程推演    npm run -s bianzhi -- rehearse --out out/',
    '',
  ].join('\n');
}

function stopOnSignal(app: NestFastifyApplication, loop: WorkerLoop): void {
  const stop = async () => {
    await loop.stop();
    await closeDoor(app);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${sayFailure(error)}\n`);
  // What was opened before the start failed would keep the process alive.
  process.exit(1);
});
