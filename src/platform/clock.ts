/** An instant: integer milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The one source of the present. Nothing else in src/ asks the machine for the time. */
export abstract class Clock {
  abstract now(): Instant;

  /** Milliseconds since some moment of this process: goes on evenly when somebody sets the machine's clock. */
  elapsedMs(): number {
    return performance.now();
  }
}

export class SystemClock extends Clock {
  override now(): Instant {
    return Date.now();
  }
}

/** Runs at the machine's pace from another first instant (`BIANZHI_NOW`), for demonstrations. */
export class ShiftedClock extends Clock {
  private readonly shiftMs: number;

  constructor(startsAt: Instant) {
    super();
    this.shiftMs = startsAt - Date.now();
  }

  override now(): Instant {
    return Date.now() + this.shiftMs;
  }
}

/** Stands still until moved; only rehearsal and tests may compose it. */
export class SimulatedClock extends Clock {
  private setByMs = 0;

  constructor(private instant: Instant) {
    super();
  }

  override now(): Instant {
    return this.instant;
  }

  override elapsedMs(): number {
    return this.instant - this.setByMs;
  }

  moveTo(instant: Instant): void {
    this.instant = instant;
  }

  /** As when somebody sets the machine's clock: another instant, but no time has passed. */
  setTo(instant: Instant): void {
    this.setByMs += instant - this.instant;
    this.instant = instant;
  }
}

/**
 * The time by which sessions, lockouts and links in a browser run out. It is the clock's own, except in a
 * demonstration, whose clock a visitor moves by weeks without being signed out.
 */
export abstract class WallClock extends Clock {}
