import fc from 'fast-check';
import { seededCalendar } from '../../test/support/seeded-calendar.js';
import { addDays, atTime, calendarDate, type DeadlineRule, shiftRule } from '../calendar/index.js';
import { assessRequirements } from '../../workflows/index.js';
import {
  implementationScheme2021,
  schemeTimeline,
} from '../../workflows/implementation-scheme-2021/index.js';
import { checkChange } from './check-changes.js';
import { findContradictions } from './check-timeline.js';
import { planDeadlines } from './plan-deadlines.js';
import { prepareExample } from './prepare-compilation.example.js';
import { weighTimeline } from './timeline.facts.js';
import { TimelineContradicts, TimelineNotPossible, DeadlineMovedIntoPast } from './timeline.errors.js';

const calendar = seededCalendar();
const keys = Object.keys(schemeTimeline.deadlines);
const example = prepareExample.deadlines as { key: string; rule: DeadlineRule; source: string }[];
const firstDay = calendarDate('2021-06-25');
const terms = { timeline: schemeTimeline, calendar, decisionCatalogued: false, firstDay };

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

/** The dates of 2021, some moved a little or far (over years without holidays, too), left out, doubled or made up. */
const timelines = fc
  .record({
    moves: fc.array(
      fc.record({
        at: fc.nat(keys.length - 1),
        days: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -900, max: 9000 })),
      }),
      { maxLength: 4 },
    ),
    omit: seldom(fc.nat(keys.length - 1)),
    double: seldom(fc.nat(keys.length - 1)),
    madeUp: seldom(fc.constantFrom('madeUp', 'toString', 'constructor')),
    event: seldom(fc.constantFrom('celebrate', 'closeMaterials', 'toString')),
  })
  .map(({ moves, omit, double, madeUp, event }) => {
    let lines: { key: string; rule: DeadlineRule; source: string; event?: string }[] = [...example];
    for (const { at, days } of moves) lines[at] = { ...lines[at], rule: shiftRule(lines[at].rule, days) };
    const doubled = double === null ? [] : [lines[double]];
    const extra = madeUp === null ? [] : [{ ...lines[0], key: madeUp }];
    if (event !== null) lines[3] = { ...lines[3], event };
    if (omit !== null) lines = lines.filter((_, index) => index !== omit);
    return [...lines, ...doubled, ...extra];
  });
const instants = fc.integer({ min: 0, max: 500 }).map((days) => atTime(addDays(firstDay, days), '09:00'));

function gateAt(deadlines: Parameters<typeof weighTimeline>[0], now: number) {
  const name = 'timelineComplete';
  const facts = { [name]: weighTimeline(deadlines, terms, now) };
  const [line] = assessRequirements(implementationScheme2021.requirements, [name], facts, {});
  return line;
}

describe('the dates of a compilation, whatever they are', () => {
  it('are refused with a sentence, or make a timeline that lacks nothing and starts while nothing is past', () => {
    let taken = 0;
    fc.assert(
      fc.property(timelines, instants, (deadlines, now) => {
        try {
          const dated = planDeadlines(
            { deadlines, firstDay, decisionCatalogued: false },
            implementationScheme2021,
            calendar,
          );
          taken += 1;
          expect(dated.map(({ key }) => key)).toEqual(keys);
          expect(gateAt(dated, now).met).toBe(dated.every(({ effectiveAt }) => effectiveAt >= now));
        } catch (error) {
          if (!(error instanceof TimelineNotPossible)) throw error;
          expect(error.userMessage).toMatch(/^时间安排有误，没有保存：.+。$/);
        }
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  it('however they came to be stored, the gate says so and does not fail', () => {
    const stored = fc.array(
      fc.record({
        key: fc.constantFrom(...keys, 'madeUp'),
        days: fc.integer({ min: -20_000, max: 60_000 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(stored, instants, (lines, now) => {
        const dated = lines.map(({ key, days }) => {
          const nominal = addDays(firstDay, days);
          return { key, title: key, nominal, effectiveAt: atTime(nominal, '23:59') };
        });
        const line = gateAt(dated, now);
        if (!keys.every((key) => lines.some((one) => one.key === key))) expect(line.met).toBe(false);
        expect(line.sentence).toMatch(/。$/);
        expect(findContradictions(dated, terms).every(({ sentence }) => sentence.endsWith('。'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('once moved stand in order and ahead, or stay as they were', () => {
    const before = planDeadlines(
      { deadlines: example, firstDay, decisionCatalogued: false },
      implementationScheme2021,
      calendar,
    );
    const moves = fc.record({ at: fc.nat(keys.length - 1), days: fc.integer({ min: -200, max: 200 }) });
    fc.assert(
      fc.property(moves, instants, ({ at, days }, now) => {
        const nominal = addDays(before[at].nominal, days);
        const after = before.map((line, index) =>
          index === at ? { ...line, nominal, effectiveAt: atTime(nominal, '23:59') } : line,
        );
        try {
          checkChange({ before, after, now }, terms);
          expect(days === 0 || after[at].effectiveAt >= now).toBe(true);
          expect(findContradictions(after, terms).filter(({ blocking }) => blocking)).toEqual([]);
        } catch (error) {
          expect(error instanceof TimelineContradicts || error instanceof DeadlineMovedIntoPast).toBe(true);
          expect((error as TimelineContradicts).userMessage).toContain(`“${before[at].title}”`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
