import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  calendarDateSchema,
  dateOf,
  deadlineRuleSchema,
  holidayYearSchema,
  resolveDeadline,
  WorkingCalendar,
} from '../../src/calendar/index.js';
import { seedsFolder } from '../../src/platform/index.js';
import { eventTitles } from '../../workflows/implementation-scheme-2021/titles.js';

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(seedsFolder, ...path), 'utf8'));
const holidayYears = readdirSync(join(seedsFolder, 'holidays')).map((file) =>
  holidayYearSchema.parse(read('holidays', file)),
);
const calendar = new WorkingCalendar(holidayYears);
const timeline = z
  .strictObject({
    note: z.string(),
    workflow: z.literal('implementation-scheme-2021'),
    firstDay: calendarDateSchema,
    source: z.string(),
    deadlines: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        stage: z.enum(['drafting', 'consulting', 'deliberating']),
        event: z.enum(Object.keys(eventTitles)),
        rule: deadlineRuleSchema,
        source: z.string().min(1),
      }),
    ),
  })
  .parse(read('timeline-2021.json'));

describe('the timeline of 2021', () => {
  const dates = timeline.deadlines.map(({ key, rule }) => {
    const { nominal, effective } = resolveDeadline(rule, calendar);
    return [key, nominal, dateOf(effective)];
  });

  test('names each deadline once and begins on the day of the notice', () => {
    expect(new Set(dates.map(([key]) => key)).size).toBe(dates.length);
    expect(timeline.firstDay).toBe('2021-06-25');
  });

  test('dates each deadline as counted and as it takes effect', () => {
    expect(dates).toEqual([
      ['materialsDue', '2021-07-25', '2021-07-26'],
      ['firstDraftDue', '2021-08-13', '2021-08-13'],
      ['consultationDraftDue', '2021-08-30', '2021-08-30'],
      ['consultationOpens', '2021-08-31', '2021-08-31'],
      ['unitRepliesDue', '2021-09-20', '2021-09-22'],
      ['consultationCloses', '2021-09-30', '2021-09-30'],
      ['appraisalDraftDue', '2021-10-13', '2021-10-13'],
      ['expertMeeting', '2021-10-20', '2021-10-20'],
      ['reviewDraftDue', '2021-10-31', '2021-11-01'],
      ['legalityReviewEnds', '2021-11-10', '2021-11-10'],
      ['plenary', '2021-11-24', '2021-11-24'],
      ['approvalDraftDue', '2021-11-30', '2021-11-30'],
      ['packetDue', '2021-12-10', '2021-12-10'],
      ['publication', '2021-12-31', '2021-12-31'],
    ]);
  });

  test('follows the order of the steps', () => {
    const days = dates.map(([, , day]) => day!);
    expect([...days].sort()).toEqual(days);
  });
});

describe('the reminder ladder', () => {
  const { rungs } = z
    .strictObject({
      note: z.string(),
      rungs: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          offsetWorkingDays: z.int().nullable(),
          template: z.enum(['notice', 'reminder', 'overdue']),
          audience: z.array(z.enum(['liaison', 'leader'])).min(1),
          repeatEveryWorkingDays: z.int().min(1).optional(),
        }),
      ),
    })
    .parse(read('ladder.json'));

  test('climbs from the notice past the day itself, and only its last rung repeats', () => {
    const offsets = rungs.map((rung) => rung.offsetWorkingDays);
    expect(offsets).toEqual([null, -10, -5, -3, -1, 0, 1, 3, 8]);
    expect(rungs.filter((rung) => rung.repeatEveryWorkingDays)).toEqual([rungs.at(-1)]);
    expect(new Set(rungs.map((rung) => rung.key)).size).toBe(rungs.length);
  });

  test('calls late only what is late, and tells the leader from the third working day', () => {
    for (const { offsetWorkingDays: offset, template, audience } of rungs) {
      expect(template === 'overdue').toBe(offset !== null && offset > 0);
      expect(audience.includes('leader')).toBe(offset !== null && offset >= 3);
      expect(audience).toContain('liaison');
    }
  });
});
