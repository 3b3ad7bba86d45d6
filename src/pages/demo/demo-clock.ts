import { Injectable } from '@nestjs/common';
import { addDays, atTime, type CalendarDate, dateOf, formatDateTime } from '../../calendar/index.js';
import { Clock, type Instant, SimulatedClock } from '../../platform/index.js';
import { Worker } from '../../worker/index.js';
import { DemoControl } from '../frame/demo-control.js';

const morning = '09:00';

/** The clock of a demonstration: it stands still until moved, and what falls due on the way happens in its order. */
@Injectable()
export class DemoClock extends DemoControl {
  constructor(
    private readonly clock: Clock,
    private readonly worker: Worker,
  ) {
    super();
  }

  override async bar(): Promise<object> {
    const next = await this.worker.nextDueAt();
    const now = this.clock.now();
    return {
      now: formatDateTime(now),
      today: dateOf(now),
      buttons: [
        { to: 'day', label: '下一日' },
        ...(next !== null && next > now
          ? [{ to: 'event', label: `下一事项（${formatDateTime(next)}）` }]
          : []),
      ],
      due: next !== null && next <= now ? '有到期' : null,
    };
  }

  async toNextDay(): Promise<void> {
    await this.moveTo(atTime(addDays(dateOf(this.clock.now()), 1), morning));
  }

  async toNextEvent(): Promise<void> {
    const next = await this.worker.nextDueAt();
    if (next !== null) await this.moveTo(next);
  }

  async toDate(date: CalendarDate): Promise<void> {
    await this.moveTo(atTime(date, morning));
  }

  /** What is due now. */
  work(): Promise<number> {
    return this.worker.runDue();
  }

  private async moveTo(until: Instant): Promise<void> {
    const clock = this.clock as SimulatedClock;
    for (
      let due = await this.worker.nextDueAt();
      due !== null && due <= until;
      due = await this.worker.nextDueAt()
    ) {
      clock.moveTo(Math.max(clock.now(), due));
      await this.worker.runDue();
    }
    clock.moveTo(Math.max(clock.now(), until));
  }
}
