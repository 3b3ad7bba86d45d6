import assert from 'node:assert';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type Instant } from '../platform/index.js';
import { addDays, type CalendarDate } from './calendar-date.js';
import { dateOf } from './shanghai-time.js';

export interface Party {
  name: string;
  email: string;
}

/**
 * What every entry carries. `uid` stays the same for the life of a deadline or meeting and `sequence` grows with
 * its revision: that pair is what makes a calendar replace its entry instead of adding one (RFC 5546, 2.1.4).
 * `stamp` is the instant of sending. With an `attendee` the entry is a request that calendars apply by
 * themselves; without one it is published. `cancelled` withdraws it.
 */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  stamp: Instant;
  summary: string;
  description: string;
  organizer: Party;
  attendee?: Party;
  url?: string;
  cancelled?: boolean;
}

/** `method` also belongs in the mail's content type (text/calendar; method=…). */
export interface CalendarFile {
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  content: string;
}

/** An all-day entry on the effective day that does not block the day; the description says the hour. */
export function deadlineEvent(entry: CalendarEntry & { effective: Instant }): CalendarFile {
  const day = dateOf(entry.effective);
  return calendarFile(entry, {
    allDay: true,
    start: floatingDay(day),
    end: floatingDay(addDays(day, 1)),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}

/** A timed entry that asks for an answer; times are written in UTC, which every calendar reads alike. */
export function meetingEvent(
  entry: CalendarEntry & { start: Instant; end: Instant; location: string },
): CalendarFile {
  assert(entry.start < entry.end, 'a meeting ends after it starts');
  return calendarFile(entry, {
    start: new Date(entry.start),
    end: new Date(entry.end),
    location: plainText(entry.location),
    transparency: ICalEventTransparency.OPAQUE,
  });
}

function calendarFile(entry: CalendarEntry, when: ICalEventData): CalendarFile {
  assert(/^[\w.@-]+$/.test(entry.uid), `not a calendar uid: ${entry.uid}`);
  assert(Number.isInteger(entry.sequence) && entry.sequence >= 0, 'a sequence counts revisions from 0');
  const method = entry.cancelled ? 'CANCEL' : entry.attendee ? 'REQUEST' : 'PUBLISH';
  const calendar = ical({
    prodId: { company: 'Bianzhi', product: 'Bianzhi', language: 'ZH-CN' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    ...when,
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.stamp),
    summary: plainText(entry.summary),
    description: plainText(entry.description),
    organizer: quotable(entry.organizer),
    url: entry.url === undefined ? null : uri(entry.url),
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (entry.attendee) {
    event.createAttendee({
      ...quotable(entry.attendee),
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: when.allDay !== true,
    });
  }
  return { method, content: `${calendar.toString()}\r\n` };
}

/** Midnight UTC, because the library prints all-day dates by their UTC day. */
function floatingDay(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** RFC 5545, 3.3.11: text holds no control characters except line breaks. */
function plainText(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '');
}

/** RFC 5545, 3.2: a quoted parameter value has no way to hold a quote, a backslash escape or a line break. */
function quotable(party: Party): Party {
  return { name: party.name.replace(/["\\\p{Cc}]/gu, ''), email: party.email };
}

/** The library escapes a URI as if it were text; percent-encoded, nothing is left to escape. */
function uri(url: string): string {
  return new URL(url).href.replace(/[,;\\]/g, (character) => encodeURIComponent(character));
}
