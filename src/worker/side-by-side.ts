import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** How many rows of a kind may be under way at once. */
export interface Room {
  /** Of those that were begun a short while ago. */
  quick: number;
  /** Beside them, of those that have been under way for longer than `slowAfterMs`: a server that does not answer. */
  slow: number;
  slowAfterMs: number;
}

/**
 * Tasks side by side, each begun as soon as there is room. One that takes long makes room for another, until too many
 * of them do: one recipient in a hundred whose server hangs must not stop the other ninety-nine. Ages are measured by
 * elapsed time; a clock that is set has no say in it.
 */
export class SideBySide {
  private readonly begun = new Map<Promise<void>, number>();

  constructor(private readonly size: Room) {}

  /** @returns whether there is room now; false when `signal` ended the waiting */
  async room(signal: AbortSignal): Promise<boolean> {
    while (!this.hasRoom() && !signal.aborted) await this.change(signal);
    return !signal.aborted;
  }

  /** @param flight must not reject */
  add(flight: Promise<void>): void {
    this.begun.set(flight, performance.now());
    void flight.finally(() => this.begun.delete(flight));
  }

  /** Waits until one of those under way is done; at once when none is. */
  async oneDone(): Promise<void> {
    if (this.begun.size > 0) await Promise.race(this.begun.keys());
  }

  async allDone(): Promise<void> {
    await Promise.all(this.begun.keys());
  }

  get idle(): boolean {
    return this.begun.size === 0;
  }

  private hasRoom(): boolean {
    return this.quick().length < this.size.quick && this.begun.size < this.size.quick + this.size.slow;
  }

  private quick(): number[] {
    const slowSince = performance.now() - this.size.slowAfterMs;
    return [...this.begun.values()].filter((begunAt) => begunAt > slowSince);
  }

  /** Until one is done, the oldest of the quick ones has become slow, or the waiting is called off. */
  private async change(signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const until = AbortSignal.any([over.signal, signal]);
    const oldest = Math.min(...this.quick());
    const waits = [...this.begun.keys()];
    const becomesSlow = this.size.slow > 0 && Number.isFinite(oldest);
    const patienceMs = becomesSlow ? oldest + this.size.slowAfterMs - performance.now() + 1 : 2 ** 31 - 1;
    waits.push(pause(Math.max(1, patienceMs), undefined, { signal: until }).catch(() => undefined));
    await Promise.race(waits);
    over.abort();
  }
}
