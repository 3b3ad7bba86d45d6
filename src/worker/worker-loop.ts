import { setTimeout as pause } from 'node:timers/promises';
import { logger } from '../platform/index.js';
import { type Worker } from './worker.js';

const idleMs = 1000;
/** When told to stop, what is under way may end by itself for this long, … */
const graceMs = 4000;
/** … and what then gave up may record it for this long. Whatever is left is taken up again when its lease ends. */
const forcedMs = 2000;

/** Keeps a worker running beside a door until it is stopped. Each kind of row has a turn of its own. */
export class WorkerLoop {
  private readonly graceful = new AbortController();
  private readonly forced = new AbortController();
  private readonly turns = new Map<string, Promise<void>>();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly worker: Worker) {}

  start(): void {
    this.running = this.run();
  }

  /** Ends within a few seconds, whatever hangs. */
  async stop(): Promise<void> {
    this.graceful.abort();
    if (await this.endsWithin(graceMs)) return;
    this.forced.abort();
    if (!(await this.endsWithin(forcedMs))) logger.warn('worker stopped with rows under way');
  }

  private async endsWithin(patienceMs: number): Promise<boolean> {
    const ended = Promise.all([this.running, ...this.turns.values()]).then(() => true);
    const over = new AbortController();
    const late = pause(patienceMs, false, { signal: over.signal }).catch(() => false);
    const inTime = await Promise.race([ended, late]);
    over.abort();
    return inTime;
  }

  private async run(): Promise<void> {
    const { signal } = this.graceful;
    while (!signal.aborted) {
      try {
        for (const kind of await this.worker.dueKinds()) this.giveTurn(kind);
      } catch (error) {
        logger.error({ err: error }, 'worker could not reach the database');
      }
      await pause(idleMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private giveTurn(kind: string): void {
    if (this.turns.has(kind)) return;
    const stopping = { graceful: this.graceful.signal, forced: this.forced.signal };
    const turn = this.worker
      .runKind(kind, stopping)
      .catch((error: unknown) => logger.error({ err: error, kind }, 'worker could not reach the database'))
      .then(() => void this.turns.delete(kind));
    this.turns.set(kind, turn);
  }
}
