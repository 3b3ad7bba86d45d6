import { seededCalendar } from '../../test/support/seeded-calendar.js';
import { calendarDate } from './calendar-date.js';
import { wordDeadline, wordTimeLeft } from './deadline-text.js';
import { atTime, endOfDay } from './shanghai-time.js';

const calendar = seededCalendar();
const day = (text: string) => calendarDate(text);
const monday = endOfDay(day('2021-07-26'));

describe('a deadline in words', () => {
  test('names the nominal day, the effective end and whether one follows the other', () => {
    const sunday = { nominal: day('2021-07-25'), effective: monday };
    expect(wordDeadline(sunday, atTime(day('2021-07-21'), '09:00'), calendar)).toEqual({
      nominalText: '7月25日（星期日）',
      effectiveText: '7月26日（星期一）24:00',
      leftText: '还有3个工作日',
      rolled: true,
    });
    const friday = { nominal: day('2021-08-13'), effective: endOfDay(day('2021-08-13')) };
    expect(wordDeadline(friday, atTime(day('2021-08-12'), '09:00'), calendar)).toMatchObject({
      effectiveText: '8月13日（星期五）24:00',
      rolled: false,
    });
  });

  test.each([
    ['2021-07-24', '还有1个工作日'],
    ['2021-07-26', '今天截止'],
    ['2021-07-27', '已逾期1个工作日'],
    ['2021-07-29', '已逾期3个工作日'],
  ])('on %s the Monday deadline has: %s', (date, text) => {
    expect(wordTimeLeft(atTime(day(date), '10:00'), monday, calendar)).toBe(text);
  });

  test('is still today’s in its last millisecond, and past in the next', () => {
    expect(wordTimeLeft(monday, monday, calendar)).toBe('今天截止');
    expect(wordTimeLeft(monday + 1, monday, calendar)).toBe('已逾期1个工作日');
  });
});
