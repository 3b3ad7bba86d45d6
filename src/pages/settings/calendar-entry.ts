import { addDays, calendarDate, formatDateTime, formatDateWithWeekday } from '../../calendar/index.js';

const titles: Record<string, string> = {
  METHOD: '方法',
  UID: '编号',
  SEQUENCE: '版次',
  SUMMARY: '事项',
  DTSTART: '开始',
  DTEND: '结束',
  LOCATION: '地点',
  DESCRIPTION: '说明',
  STATUS: '状态',
};

/** The lines of a calendar entry (RFC 5545) that people look at, in words. */
export function entryFacts(calendar: string): { title: string; text: string }[] {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  return lines.flatMap((line) => {
    const [, name, value] = /^([A-Z]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const title = titles[name ?? ''];
    return title === undefined ? [] : [{ title, text: wordOf(name, value) }];
  });
}

function wordOf(name: string, value: string): string {
  const text = value.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
  const at = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(value);
  if (!name.startsWith('DT') || at === null) return text;
  const [, year, month, day, hour, minute, second] = at;
  const date = `${year}-${month}-${day}`;
  // An entry of whole days ends on the day after its last one.
  const shift = name === 'DTEND' ? -1 : 0;
  return hour === undefined
    ? `${formatDateWithWeekday(addDays(calendarDate(date), shift))}，全天`
    : formatDateTime(Date.parse(`${date}T${hour}:${minute}:${second}Z`));
}
