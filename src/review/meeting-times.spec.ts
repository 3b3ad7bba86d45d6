import { calendarDate, dateOf } from '../calendar/index.js';
import { seededCalendar } from '../../test/support/seeded-calendar.js';
import { reviewWorkingDays } from './legality.js';
import { checkMeetingTimes, materialDays, meetingWarnings, toMeetingTimes } from './meeting-times.js';

const calendar = seededCalendar();
const day = calendarDate;
const at = (text: string) => Date.parse(`${text}+08:00`);
const on = (date: string) => toMeetingTimes({ date: day(date), from: '09:30', to: '11:30' });
const now = at('2021-09-01T09:00:00');

describe('the day of a meeting', () => {
  it('is a working day of the State Council’s calendar, make-up Saturdays included', () => {
    expect(() => checkMeetingTimes(on('2021-09-18'), now, calendar)).not.toThrow();
    expect(() => checkMeetingTimes(on('2021-09-25'), now, calendar)).toThrow('不是工作日');
    expect(() => checkMeetingTimes(on('2021-10-01'), now, calendar)).toThrow(
      '最近的是2021年9月30日（星期四）或者2021年10月8日（星期五）',
    );
  });

  it('is written in Shanghai time', () => {
    expect(on('2021-10-20')).toEqual({
      startsAt: Date.parse('2021-10-20T01:30:00Z'),
      endsAt: Date.parse('2021-10-20T03:30:00Z'),
    });
  });

  it('has not begun, and the meeting ends after it begins', () => {
    const times = on('2021-10-20');
    expect(() => checkMeetingTimes(times, times.startsAt, calendar)).toThrow('已过');
    expect(() => checkMeetingTimes(times, times.startsAt - 1, calendar)).not.toThrow();
    const reversed = { startsAt: times.endsAt, endsAt: times.startsAt };
    expect(() => checkMeetingTimes(reversed, now, calendar)).toThrow('晚于开始');
  });
});

describe('material', () => {
  it('counts the days before the meeting in Shanghai, the day of delivery not counted', () => {
    expect(materialDays(at('2021-10-13T23:59:00'), at('2021-10-20T09:30:00'))).toBe(7);
    expect(materialDays(at('2021-10-14T00:01:00'), at('2021-10-20T09:30:00'))).toBe(6);
  });

  it('delivered less than seven days before is warned about', () => {
    const { startsAt } = on('2021-10-20');
    const due = dateOf(startsAt);
    expect(meetingWarnings(startsAt, at('2021-10-13T09:00:00'), due)).toEqual([]);
    expect(meetingWarnings(startsAt, at('2021-10-14T09:00:00'), due)).toEqual([
      expect.stringContaining('距会议6日，不足7日'),
    ]);
  });

  it('and a day later than the timeline’s are warned about separately', () => {
    const { startsAt } = on('2021-10-21');
    expect(meetingWarnings(startsAt, at('2021-10-20T09:00:00'), day('2021-10-20'))).toHaveLength(2);
  });
});

describe('the legality review’s working days before a plenary', () => {
  it.each([
    ['2021-11-01', '2021-11-10', 6],
    ['2021-11-01', '2021-11-11', 7],
    ['2021-11-01', '2021-11-13', 9],
    // Over National Day: 09-28 to 09-30, 10-08, 10-09 (a make-up Saturday), 10-11, 10-12.
    ['2021-09-27', '2021-10-12', 6],
    ['2021-09-27', '2021-10-13', 7],
    ['2021-11-11', '2021-11-11', 0],
    ['2021-11-20', '2021-11-11', 0],
  ])('sent on %s for a plenary on %s are %i', (sentOn, plenaryOn, days) => {
    expect(reviewWorkingDays(calendar, day(sentOn), day(plenaryOn))).toBe(days);
  });
});
