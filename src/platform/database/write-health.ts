import { randomBytes } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { logger } from '../logger.js';
import { DatabaseFault } from './faults.js';

const betweenProbesMs = 1_000;
/** As much as an ordinary act, so that the last free page of a disk is not taken for room; PostgreSQL's column is short. */
const probeCharacters = { sqlite: 100_000, postgres: 32 };

/**
 * Whether writes go through. From the first that met a fault the house tries one of its own every second, so that it
 * knows, and says, as soon as the cause is gone.
 */
export class WriteHealth {
  private fault: DatabaseFault | null = null;
  private next: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly kind: 'sqlite' | 'postgres',
    private readonly write: (fn: (tx: EntityManager) => Promise<unknown>) => Promise<unknown>,
  ) {}

  /** Why writes do not go through; null while they do. */
  get reason(): string | null {
    return this.fault?.reason ?? null;
  }

  failed(fault: DatabaseFault): void {
    if (this.fault?.why !== fault.why) logger.error({ err: fault }, 'writes fail');
    this.fault = fault;
    if (this.closed || this.next !== undefined) return;
    this.next = setTimeout(() => void this.retry(), betweenProbesMs).unref();
  }

  /** Writes as an act would, and takes it away again. */
  async probe(): Promise<void> {
    const id = randomBytes(probeCharacters[this.kind] / 2).toString('hex');
    await this.write((tx) => tx.query(`INSERT INTO write_lock (id) VALUES ('${id}')`));
    await this.write((tx) => tx.query('DELETE FROM write_lock'));
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.next);
  }

  private async retry(): Promise<void> {
    try {
      await this.probe();
      this.fault = null;
      this.next = undefined;
      logger.info('writes go through again');
    } catch (error) {
      const expected = error instanceof DatabaseFault;
      logger[expected ? 'debug' : 'error']({ err: error }, 'writes still fail');
      this.next = this.closed ? undefined : setTimeout(() => void this.retry(), betweenProbesMs).unref();
    }
  }
}
