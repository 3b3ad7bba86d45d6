import {
  atTime,
  type CalendarDate,
  calendarDateSchema,
  dateOf,
  daysBetween,
  formatDate,
  formatDateTime,
  type TimeOfDay,
  timeOfDaySchema,
  type WorkingCalendar,
} from '../calendar/index.js';
import { type Instant, named } from '../platform/index.js';
import { MeetingNotWorkingDay, MeetingTimesWrong } from './review.errors.js';

export interface MeetingTimes {
  startsAt: Instant;
  endsAt: Instant;
}

/** A meeting takes place on one day in Shanghai. */
export const meetingTimesInput = {
  date: named('日期', calendarDateSchema),
  from: named('开始', timeOfDaySchema),
  to: named('结束', timeOfDaySchema),
};

export const toMeetingTimes = (input: {
  date: CalendarDate;
  from: TimeOfDay;
  to: TimeOfDay;
}): MeetingTimes => ({
  startsAt: atTime(input.date, input.from),
  endsAt: atTime(input.date, input.to),
});

/** Days before a meeting by which those invited have the material (《重大行政决策程序暂行条例》第十六条、第十七条). */
export const materialLeadDays = 7;

/** @throws MeetingTimesWrong, MeetingNotWorkingDay */
export function checkMeetingTimes(
  { startsAt, endsAt }: MeetingTimes,
  now: Instant,
  calendar: WorkingCalendar,
): void {
  if (endsAt <= startsAt) throw new MeetingTimesWrong('会议结束时间应晚于开始时间');
  if (startsAt <= now) throw new MeetingTimesWrong(`会议开始时间${formatDateTime(startsAt)}已过`);
  const date = dateOf(startsAt);
  if (!calendar.isWorkingDay(date)) {
    throw new MeetingNotWorkingDay(date, calendar.lastWorkingDayUpTo(date), calendar.nextWorkingDay(date));
  }
}

/** Whole calendar days between the delivery of the material and the meeting, the day of delivery not counted. */
export const materialDays = (sentAt: Instant, startsAt: Instant): number =>
  daysBetween(dateOf(sentAt), dateOf(startsAt));

/** What the arrangement falls short of without being impossible; empty when nothing. */
export function meetingWarnings(
  startsAt: Instant,
  materialsSentAt: Instant,
  due: CalendarDate | null,
): string[] {
  const days = materialDays(materialsSentAt, startsAt);
  return [
    days < materialLeadDays
      ? `材料${formatDate(dateOf(materialsSentAt))}送达，距会议${days}日，不足${materialLeadDays}日；请推迟会议，或者在会上说明。`
      : '',
    due !== null && dateOf(startsAt) > due
      ? `会议日期晚于时间安排中的${formatDate(due)}；请同时调整时间安排，或者提前会议。`
      : '',
  ].filter((warning) => warning !== '');
}
