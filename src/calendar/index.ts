/**
 * The calendar room: working days by the State Council's notices, periods of the Civil Code, deadlines with
 * their nominal date and effective instant, and calendar entries (.ics). All of it is pure, the years passed in;
 * only the shelf reads and stores them.
 */
export * from './calendar-date.js';
export * from './calendar-event.js';
export * from './calendar.errors.js';
export * from './deadline-rule.js';
export * from './deadline-text.js';
export * from './deadline.js';
export { CalendarShelf } from './calendar-shelf.js';
export { StoredHolidayYear } from './holiday-year.entity.js';
export {
  formatDate,
  formatDateTime,
  formatDateWithWeekday,
  formatDay,
  formatDeadline,
  formatMoment,
  formatMonth,
  formatTime,
  formatWeekday,
} from './format.js';
export * from './happened.js';
export * from './holiday-year.js';
export * from './period.js';
export * from './shanghai-time.js';
export * from './shift-dates.js';
export * from './working-calendar.js';
export * from './working-hours.js';
export * from './written-date.js';
