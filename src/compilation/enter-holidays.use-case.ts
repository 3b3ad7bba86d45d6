import { z } from 'zod';
import { calendarDateSchema, CalendarShelf, type HolidayYear, parseHolidayYear } from '../calendar/index.js';
import { defineAct, positionOf } from '../engine/index.js';
import {
  beganInput,
  canonicalJson,
  named,
  requireBegan,
  secretariat,
  sha256,
  type Stored,
} from '../platform/index.js';
import { warnOfChange } from './check-changes.js';
import { findCompilation, findDeadlines } from './compilation.repository.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { moveDeadline } from './move-deadline.js';
import { timelinePlan } from './timeline-plan.js';

/** As the form of one year has it; of a year that is not on file nothing. */
export const holidaysContent = (known: HolidayYear | undefined): Stored => ({
  source: known?.source ?? '',
  name: known?.off.map(({ name }) => name) ?? [],
  from: known?.off.map(({ from }) => from) ?? [],
  to: known?.off.map(({ to }) => to) ?? [],
  makeUp: known?.makeUpWorkdays.map(String) ?? [],
});

const dayOff = z.object({
  from: named('开始日期', calendarDateSchema),
  to: named('结束日期', calendarDateSchema),
  name: named('假日名称', z.string().max(50)),
});

/**
 * Enters or corrects one year of the State Council's calendar. The calendar belongs to the house; the deadlines of
 * the compilation in which it is entered are dated anew at once, those of others when they are next confirmed.
 * @throws InvalidHolidayYear
 */
export const enterHolidays = defineAct({
  name: 'calendar.yearEntered',
  title: '录入年度节假日',
  summary: '录入或者更正一年的节假日安排（国务院办公厅通知），期限随即重新计算',
  afterEnd: 'always',
  may: secretariat,
  path: 'holidays',
  input: z.object({
    year: named('年份', z.int({ error: '应为年份' })),
    source: named('依据', z.string().max(500)),
    off: named('放假', z.array(dayOff).max(50)),
    makeUpWorkdays: named('调休上班日', z.array(calendarDateSchema).max(50)),
    /** The mark of the year that was shown. */
    began: beganInput,
  }),
  example: {
    year: 2027,
    source: '国务院办公厅关于2027年部分节假日安排的通知',
    off: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
    makeUpWorkdays: [],
  },
  answer: z.object({
    year: z.int(),
    moved: z.array(z.string()).describe('随之改到另一天的期限'),
    warnings: z.array(z.string()).describe('重新计算后互相抵触的期限；通知不因此被拒'),
  }),
  uses: { shelf: CalendarShelf, followers: DeadlineFollowers },
  prepare: ({ year, source, off, makeUpWorkdays }) =>
    Promise.resolve(parseHolidayYear({ year, source, off, makeUpWorkdays })),
  async perform(act, { began }, { shelf, followers }, holidays) {
    const { tx, compilationId, now } = act;
    const { year } = holidays;
    const known = (await shelf.years(tx)).find((one) => one.year === year);
    requireBegan(began, holidaysContent(known), `${year}年的节假日安排`);
    await shelf.store(tx, holidays);
    const calendar = await shelf.load(tx);
    // The calendar is the house's; the dates of what ended stay as they were.
    const ended = (await positionOf(tx, compilationId)).is('ended');
    const before = ended ? [] : await findDeadlines(tx, compilationId);
    const moved: string[] = [];
    for (const deadline of before) {
      if (await moveDeadline(act, deadline, deadline.rule, calendar, followers)) moved.push(deadline.title);
    }
    act.note({ year, digest: sha256(canonicalJson(holidays)), moved });
    const after = await findDeadlines(tx, compilationId);
    const { decisionCatalogued } = await findCompilation(tx, compilationId);
    const timeline = await timelinePlan(tx, compilationId);
    const terms = { timeline, calendar, decisionCatalogued };
    return { year, moved, warnings: warnOfChange({ before, after, now }, terms) };
  },
});
