import { areaPath } from '../frame/navigation.js';

export type RemindersPart = 'calendar' | 'mails' | 'ladder';

const titles: Record<RemindersPart, string> = { calendar: '将要发出', mails: '邮件登记', ladder: '提醒阶梯' };

export const remindersPath = (compilationId: string, part: RemindersPart = 'calendar'): string => {
  const base = areaPath(compilationId, 'reminders');
  return part === 'calendar' ? base : `${base}/${part}`;
};

/** The three pages of the area, with the current one marked. */
export const subNav = (compilationId: string, current: RemindersPart) =>
  (Object.keys(titles) as RemindersPart[]).map((part) => ({
    label: titles[part],
    href: remindersPath(compilationId, part),
    current: part === current,
  }));
