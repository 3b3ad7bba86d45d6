import { setTimeout as pause } from 'node:timers/promises';
import { logger } from '../platform/index.js';
import { type Worker } from './worker.js';

const idleMs = 1000;

/** Keeps a worker running beside a door until it is stopped. */
export class WorkerLoop {
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly worker: Worker) {}

  start(): void {
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.worker.runDue();
      } catch (error) {
        logger.error({ err: error }, 'worker could not reach the database');
      }
      await pause(idleMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
