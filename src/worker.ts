import 'reflect-metadata';
import { lookAround } from './file-check.js';
import { openHouse, realSurroundings } from './house.js';
import { logger, readConfig, sayFailure } from './platform/index.js';
import { loadSeeds } from './seeding.js';
import { Worker, WorkerLoop } from './worker/index.js';

/** A door without visitors: performs what falls due, beside any number of others. */
async function main(): Promise<void> {
  const surroundings = await realSurroundings(readConfig(process.env));
  await surroundings.database.tryWriting();
  const app = await openHouse(surroundings);
  await loadSeeds(app);
  await lookAround(app);
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
  process.stderr.write(`${sayFailure(error)}\n`);
  // What was opened before the start failed would keep the process alive.
  process.exit(1);
});
