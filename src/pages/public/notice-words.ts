import {
  type CalendarDate,
  dateOf,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatDeadline,
  formatTime,
} from '../../calendar/index.js';
import { type PublicNotice } from '../../consultation/index.js';
import { type Instant } from '../../platform/index.js';

export const noticePath = (id: string): string => `/notices/${id}`;
export const feedbackPath = (compilationId: string): string => `/feedback/${compilationId}`;

export const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 2021年9月30日（星期四）24:00, and what it was moved from where it was. */
function closingText({ closesAt, nominal }: PublicNotice): string {
  const day = dateOf(closesAt);
  if (nominal !== null && nominal !== day) return formatDeadline({ nominal, effective: closesAt }, 'anyone');
  return `${formatDateWithWeekday(day)}${formatTime(closesAt)}`;
}

/** Calendar days until the closing: what the public counts in. */
const daysLeft = (today: CalendarDate, closesAt: Instant): number => daysBetween(today, dateOf(closesAt));

/** What every page says of a notice: whose, since when, until when, what is left. */
export function noticeWords(notice: PublicNotice, now: Instant) {
  const { id, compilationId, round, state, title, openedOn, closesAt, extendedAt, feedbackAt } = notice;
  const open = state === 'open';
  const left = daysLeft(dateOf(now), closesAt);
  return {
    title,
    path: noticePath(id),
    issuer: notice.issuer,
    draftTitle: notice.draftTitle,
    round,
    open,
    ended: state === 'ended',
    left,
    today: open && left === 0,
    openedText: formatDate(openedOn),
    closingText: closingText(notice),
    days: daysBetween(openedOn, dateOf(closesAt)),
    extended:
      extendedAt === null
        ? null
        : { on: formatDate(dateOf(extendedAt)), reason: notice.extensionReason ?? '' },
    feedback: feedbackAt === null ? null : { on: formatDate(dateOf(feedbackAt)) },
    feedbackPath: feedbackPath(compilationId),
    newer: notice.newerId === null ? null : { path: noticePath(notice.newerId) },
  };
}
