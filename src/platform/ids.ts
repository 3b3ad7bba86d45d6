import { createHash, randomBytes } from 'node:crypto';
import { type Clock } from './clock.js';

/** The one source of identifiers and of chance. */
export abstract class IdSource {
  private lastMs = 0;
  private sequence = 0;

  constructor(protected readonly clock: Clock) {}

  /** `count` bytes that nobody can guess (or, seeded, that repeat). */
  abstract bytes(count: number): Buffer;

  /**
   * A UUIDv7 (RFC 9562): sorts by the instant it was made and, within one millisecond, by a counter in the
   * 12 bits of `rand_a`, so that rows made in one act keep their order on both databases.
   */
  next(): string {
    const now = this.clock.now();
    if (now > this.lastMs) {
      this.lastMs = now;
      this.sequence = 0;
    } else if (++this.sequence > 0xfff) {
      this.lastMs += 1;
      this.sequence = 0;
    }
    const hex =
      this.lastMs.toString(16).padStart(12, '0') + '7' + this.sequence.toString(16).padStart(3, '0');
    const tail = this.bytes(8);
    tail[0] = (tail[0] & 0x3f) | 0x80;
    const all = hex + tail.toString('hex');
    return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
  }
}

export class RandomIds extends IdSource {
  override bytes(count: number): Buffer {
    return randomBytes(count);
  }
}

/** Repeats for a seed; only rehearsal and tests may compose it. */
export class SeededIds extends IdSource {
  private drawn = 0;

  constructor(
    clock: Clock,
    private readonly seed: number,
  ) {
    super(clock);
  }

  override bytes(count: number): Buffer {
    const blocks: Buffer[] = [];
    for (let length = 0; length < count; length += 32) {
      blocks.push(createHash('sha256').update(`${this.seed}:${this.drawn++}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, count);
  }
}
