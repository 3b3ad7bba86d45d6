import { calendarDateSchema } from '../../calendar/index.js';
import { parseInput, staff } from '../../platform/index.js';
import { OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { pageNumber } from '../words/form-fields.js';
import { CalendarPage } from './calendar-page.js';

const base = '/c/:compilationId/reminders' as const;

const routes = {
  calendar: page(base, { by: staff }),
  day: page(`${base}/days/:day`, { by: staff, query: { page: pageNumber } }),
};

/** 提醒: what will go on which day. */
@PageController()
export class CalendarController {
  constructor(private readonly pages: CalendarPage) {}

  @OnPage(routes.calendar)
  async calendar({ params }: PageInput<typeof routes.calendar>) {
    const view = await this.pages.view(params.compilationId);
    return show('reminders/calendar', view, { title: '提醒', nav: 'reminders' });
  }

  @OnPage(routes.day)
  async day({ params, query }: PageInput<typeof routes.day>) {
    const view = await this.pages.day(
      params.compilationId,
      parseInput(calendarDateSchema, params.day),
      query.page,
    );
    return show('reminders/day', view, { title: '一日的提醒', nav: 'reminders' });
  }
}
