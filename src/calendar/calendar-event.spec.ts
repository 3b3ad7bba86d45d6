import { atTime, calendarDate, type CalendarEntry, deadlineEvent, endOfDay, meetingEvent } from './index.js';

const monday = calendarDate('2021-07-26');
const entry: CalendarEntry = {
  uid: 'obligation-1@example.org',
  sequence: 0,
  stamp: atTime(calendarDate('2021-06-25'), '10:00'),
  summary: '报送材料截止',
  description: '7月25日（星期日），顺延至7月26日（星期一）24:00',
  organizer: { name: '秘书处', email: 'secretariat@example.org' },
};
const unit = { name: '联络员', email: 'liaison@example.org' };
const due = { effective: endOfDay(monday) };
const meeting = { start: atTime(monday, '09:30'), end: atTime(monday, '11:30'), location: '101会议室' };

/** Content lines with folding undone (RFC 5545, 3.1). */
function linesOf(content: string): string[] {
  return content.replace(/\r\n /g, '').split('\r\n');
}

describe('the calendar entry of a deadline', () => {
  it('fills the effective day in Shanghai and blocks no time', () => {
    const lines = linesOf(deadlineEvent({ ...entry, ...due }).content);
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20210726',
        'DTEND;VALUE=DATE:20210727',
        'TRANSP:TRANSPARENT',
      ]),
    );
  });

  it('keeps its uid and raises its sequence when the deadline moves', () => {
    const first = linesOf(deadlineEvent({ ...entry, ...due }).content);
    const moved = linesOf(
      deadlineEvent({ ...entry, sequence: 1, effective: endOfDay(calendarDate('2021-08-02')) }).content,
    );
    expect(first).toEqual(expect.arrayContaining(['UID:obligation-1@example.org', 'SEQUENCE:0']));
    expect(moved).toEqual(
      expect.arrayContaining(['UID:obligation-1@example.org', 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20210802']),
    );
  });

  it('is published without an attendee, requested of one without asking for an answer', () => {
    expect(deadlineEvent({ ...entry, ...due }).method).toBe('PUBLISH');
    const { method, content } = deadlineEvent({ ...entry, ...due, attendee: unit });
    expect(method).toBe('REQUEST');
    expect(linesOf(content)).toEqual(expect.arrayContaining(['METHOD:REQUEST', 'STATUS:CONFIRMED']));
    expect(content.replace(/\r\n /g, '')).toMatch(
      /ATTENDEE;.*RSVP=FALSE;CN="联络员":MAILTO:liaison@example\.org/,
    );
  });

  it('is withdrawn by a cancellation', () => {
    const { method, content } = deadlineEvent({
      ...entry,
      ...due,
      sequence: 2,
      attendee: unit,
      cancelled: true,
    });
    expect(method).toBe('CANCEL');
    expect(linesOf(content)).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'STATUS:CANCELLED',
        'SEQUENCE:2',
        'UID:obligation-1@example.org',
      ]),
    );
  });

  it('is the same bytes every time, stamped with the given instant, in lines of at most 75 octets', () => {
    const input = { ...entry, ...due, description: entry.description.repeat(10) };
    const { content } = deadlineEvent(input);
    expect(deadlineEvent(input).content).toBe(content);
    expect(content).toContain('\r\nDTSTAMP:20210625T020000Z\r\n');
    expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});

describe('an invitation', () => {
  it('has its times in UTC, its place, and asks for an answer', () => {
    const { content } = meetingEvent({ ...entry, ...meeting, attendee: unit });
    expect(linesOf(content)).toEqual(
      expect.arrayContaining([
        'DTSTART:20210726T013000Z',
        'DTEND:20210726T033000Z',
        'LOCATION:101会议室',
        'TRANSP:OPAQUE',
      ]),
    );
    expect(content.replace(/\r\n /g, '')).toContain('RSVP=TRUE');
  });

  it('that ends before it starts is a fault of the program', () => {
    expect(() => meetingEvent({ ...entry, ...meeting, end: meeting.start })).toThrow('ends after it starts');
  });
});

describe('text from people', () => {
  it('cannot add lines or properties', () => {
    const hostile = '甲;乙,丙\\丁\r\nATTENDEE:mailto:x@example.org\u0000';
    const party = { name: `"甲"\r\nX-EVIL:1\\`, email: 'a@example.org' };
    const { content } = meetingEvent({
      ...entry,
      ...meeting,
      summary: hostile,
      location: hostile,
      organizer: party,
      attendee: party,
    });
    const lines = linesOf(content);
    expect(lines).toContain('SUMMARY:甲\\;乙\\,丙\\\\丁\\nATTENDEE:mailto:x@example.org');
    expect(lines.filter((line) => /^(ATTENDEE|X-EVIL)/.test(line))).toHaveLength(1);
    expect(lines).toContain('ORGANIZER;CN="甲X-EVIL:1":mailto:a@example.org');
  });

  it('leaves a link whole', () => {
    const { content } = deadlineEvent({
      ...entry,
      ...due,
      url: 'https://example.org/u/a,b;c?x=1&y=%E7%94%B2',
    });
    expect(linesOf(content)).toContain('URL;VALUE=URI:https://example.org/u/a%2Cb%3Bc?x=1&y=%E7%94%B2');
  });

  it('is no uid', () => {
    expect(() => deadlineEvent({ ...entry, ...due, uid: 'a\r\nb' })).toThrow('not a calendar uid');
    expect(() => deadlineEvent({ ...entry, ...due, sequence: -1 })).toThrow('counts revisions');
  });
});
