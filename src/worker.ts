import 'reflect-metadata';
import { openHouse, realSurroundings } from './house.js';
import { logger, readConfig, Refusal } from './platform/index.js';
import { loadSeeds } from './seeding.js';
import { Worker, WorkerLoop } from './worker/index.js';

/** A door without visitors: performs what falls due, beside any number of others. */
async function main(): Promise<void> {
  const app = await openHouse(await realSurroundings(readConfig(process.env)));
  await loadSeeds(app);
  const loop = new WorkerLoop(app.get(Worker));
  loop.start();
  logger.info('worker runs');
  const stop = async () => {
    await loop.stop();
    await app.close();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Refusal ? error.userMessage : String(error)}\n`);
  process.exitCode = 1;
});
