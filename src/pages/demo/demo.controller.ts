import { z } from 'zod';
import { calendarDateSchema, dateOf } from '../../calendar/index.js';
import { Clock, staff } from '../../platform/index.js';
import { form, nothing, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { DemoClock } from './demo-clock.js';

/** A unit or an expert in the demonstration waits for a code like anybody else; nothing leaves until work is done. */
const everybodyInside = [...staff, 'unit', 'expert'] as const;

const routes = {
  clock: form('/demo/clock', {
    by: everybodyInside,
    body: z.object({ to: z.enum(['day', 'event', 'date']), date: calendarDateSchema.optional() }),
  }),
  work: form('/demo/work', { by: everybodyInside, body: nothing }),
};

/** Only a demonstration has these addresses. */
@PageController()
export class DemoController {
  constructor(
    private readonly demo: DemoClock,
    private readonly clock: Clock,
  ) {}

  @OnPage(routes.clock)
  async move({ body }: PageInput<typeof routes.clock>) {
    if (body.to === 'day') await this.demo.toNextDay();
    if (body.to === 'event') await this.demo.toNextEvent();
    if (body.to === 'date') await this.demo.toDate(body.date ?? dateOf(this.clock.now()));
    return seeOther('/', '演示时钟已拨动，期间到期的事项已办理。');
  }

  @OnPage(routes.work)
  async work() {
    return seeOther('/', `已办理${await this.demo.work()}件到期事项。`);
  }
}
