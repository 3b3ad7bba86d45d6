import { z } from 'zod';
import {
  CalendarShelf,
  formatDateWithWeekday,
  type HolidayYear,
  yearOf,
  dateOf,
} from '../../calendar/index.js';
import { enterHolidays, holidaysContent, PreviewTimelineQuery } from '../../compilation/index.js';
import { beganInput, Clock, Database, markOf, secretariat, staff } from '../../platform/index.js';
import {
  actFormOf,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { listAddress, repeated } from './paging.js';
import { SettingsPages, settingsPath } from './settings-pages.js';
import { timelinePreviewView } from './timeline-preview-view.js';

const base = '/c/:compilationId/settings/holidays' as const;
/** A notice names seven holidays, some of which are split over New Year, and about as many exchanged days. */
const offRows = 9;
const makeUpRows = 10;

const body = z.object({
  year: z.coerce.number({ error: '应为年份' }).int({ error: '应为年份' }),
  source: z.string().max(500).default(''),
  name: repeated,
  from: repeated,
  to: repeated,
  makeUp: repeated,
  began: beganInput,
});
type Body = z.output<typeof body>;

const routes = {
  years: page(base, { by: staff }),
  edit: page(`${base}/edit`, {
    by: secretariat,
    query: { year: z.coerce.number().int().min(1949).max(2199).optional().catch(undefined) },
  }),
  preview: form(`${base}/preview`, { by: secretariat, body }),
};

export const HolidayForms = formsOf({
  enter: actFormOf(enterHolidays, base, {
    fields: body,
    read: yearFrom,
    then: ({ params, result: { year, moved } }) => {
      const rest = moved.length === 0 ? '期限均未变动' : `${moved.length}项期限随之变动：${moved.join('、')}`;
      return seeOther(
        settingsPath(params.compilationId, 'holidays'),
        `已录入${year}年的节假日安排，${rest}。`,
      );
    },
  }),
});

/** 节假日: each year's notice of the State Council, by which working days are counted. */
@PageController()
export class HolidaysController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly database: Database,
    private readonly shelf: CalendarShelf,
    private readonly clock: Clock,
    private readonly previews: PreviewTimelineQuery,
  ) {}

  @OnPage(routes.years)
  async years(input: PageInput<typeof routes.years>) {
    const years = await this.entered();
    const thisYear = yearOf(dateOf(this.clock.now()));
    const known = new Set(years.map(({ year }) => year));
    const view = {
      years: years.map((entered) => yearView(entered)).reverse(),
      missing: [thisYear, thisYear + 1].filter((year) => !known.has(year)),
      next: (years.at(-1)?.year ?? thisYear - 1) + 1,
    };
    return this.pages.show('holidays', 'holidays', '节假日', view, input);
  }

  @OnPage(routes.edit)
  async edit(input: PageInput<typeof routes.edit>) {
    const { compilationId } = input.params;
    const years = await this.entered();
    const year = input.query.year ?? (years.at(-1)?.year ?? yearOf(dateOf(this.clock.now())) - 1) + 1;
    const known = years.find((entered) => entered.year === year);
    const off = known?.off ?? [];
    const makeUp = known?.makeUpWorkdays ?? [];
    const view = {
      year,
      known: known !== undefined,
      began: markOf(holidaysContent(known)),
      source: known?.source ?? `国务院办公厅关于${year}年部分节假日安排的通知`,
      off: padded(off, Math.max(offRows, off.length + 1), { name: '', from: '', to: '' }),
      makeUp: padded(
        makeUp.map((date) => ({ date: String(date) })),
        Math.max(makeUpRows, makeUp.length + 1),
        { date: '' },
      ),
      action: settingsPath(compilationId, 'holidays', 'preview'),
      back: settingsPath(compilationId, 'holidays'),
    };
    return this.pages.show('holidays', 'holiday-year', `${year}年节假日`, view, input);
  }

  @OnPage(routes.preview)
  async preview(input: PageInput<typeof routes.preview>) {
    const { compilationId } = input.params;
    const who = { compilationId, actor: input.actor };
    const year = yearFrom(input.body);
    const preview = await this.previews.execute(enterHolidays, who, year);
    const view = {
      ...timelinePreviewView(preview),
      heading: `确认${year.year}年的节假日安排`,
      reason: null,
      fields: fieldsOf(input.body),
      action: settingsPath(compilationId, 'holidays'),
      back: listAddress(settingsPath(compilationId, 'holidays', 'edit'), { year: year.year }),
    };
    return this.pages.show('holidays', 'timeline-preview', '确认节假日安排', view, input);
  }

  private entered(): Promise<HolidayYear[]> {
    return this.database.read((reader) => this.shelf.years(reader));
  }
}

const padded = <T>(rows: readonly T[], count: number, empty: T): (T & { number: number })[] =>
  Array.from({ length: count }, (_, index) => ({ ...(rows[index] ?? empty), number: index + 1 }));

/** Rows that are left empty are none. */
function yearFrom({ year, source, name, from, to, makeUp, began }: Body) {
  const off = name.map((title, index) => ({ name: title, from: from[index] ?? '', to: to[index] ?? '' }));
  return {
    year,
    source,
    off: off.filter((row) => `${row.name}${row.from}${row.to}`.trim() !== ''),
    makeUpWorkdays: makeUp.filter((date) => date !== ''),
    began,
  };
}

const fieldsOf = (entered: Body) =>
  Object.entries(entered).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((text) => ({ name, value: String(text) })),
  );

function yearView({ year, source, off, makeUpWorkdays }: HolidayYear) {
  return {
    year,
    source,
    off: off.map(({ name, from, to }) => ({
      name,
      days:
        from === to
          ? formatDateWithWeekday(from)
          : `${formatDateWithWeekday(from)}至${formatDateWithWeekday(to)}`,
    })),
    makeUp: makeUpWorkdays.map(formatDateWithWeekday),
  };
}
