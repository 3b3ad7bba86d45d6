import { dateOf, formatDate, timeOfDay } from '../calendar/index.js';
import { type Stored } from '../platform/index.js';
import { type Invitee } from './invitee.entity.js';
import { type MeetingRule } from './meeting-rule.entity.js';
import { type Meeting } from './meeting.entity.js';

/** What edits of a meeting begin from, by the names that the fields of their forms bear. */

type Times = Pick<Meeting, 'startsAt' | 'endsAt' | 'place'>;
type Asked = Pick<Invitee, 'partyId' | 'name' | 'organisation'>;
type Seat = Pick<Invitee, 'id' | 'name' | 'present'>;

export const timesContent = ({ startsAt, endsAt, place }: Times): Stored => ({
  date: dateOf(startsAt),
  from: timeOfDay(startsAt),
  to: timeOfDay(endsAt),
  place,
});

/** @param meeting null while nothing is arranged */
export const arrangementContent = (
  meeting: (Times & Pick<Meeting, 'agenda'>) | null,
  invitees: readonly Pick<Asked, 'partyId'>[],
): Stored =>
  meeting === null
    ? { date: '' }
    : {
        ...timesContent(meeting),
        agenda: meeting.agenda.join('\n'),
        partyIds: invitees.map(({ partyId }) => partyId).sort(),
      };

/** The same in words: whom the ticks stand for is not seen in them. */
export function arrangementWords(meeting: Times | null, invitees: readonly Asked[]): string {
  if (meeting === null) return '会议尚未安排';
  return `${timesWords(meeting)}，邀请${invitees.map(({ name, organisation }) => organisation || name).join('、')}`;
}

export const timesWords = ({ startsAt, endsAt, place }: Times): string =>
  `${formatDate(dateOf(startsAt))}${timeOfDay(startsAt)}至${timeOfDay(endsAt)}，${place}`;

export const attendanceContent = (heldAt: number | null, invitees: readonly Seat[]): Stored => ({
  present: invitees
    .filter(({ present }) => present)
    .map(({ id }) => id)
    .sort(),
  held: heldAt === null ? '' : 'held',
});

export function attendanceWords(heldAt: number | null, invitees: readonly Seat[]): string {
  if (heldAt === null) return '尚未登记到会';
  const came = invitees.filter(({ present }) => present).map(({ name }) => name);
  return `到会${came.length}名：${came.join('、')}`;
}

export const conclusionContent = ({
  conclusion,
  minutes,
}: Pick<Meeting, 'conclusion' | 'minutes'>): Stored => ({
  conclusion: conclusion ?? '',
  discussion: minutes?.discussion ?? '',
  headStatement: minutes?.headStatement ?? '',
  differenceReason: minutes?.differenceReason ?? '',
  holder: (minutes?.dissentingViews ?? []).map(({ holder }) => holder),
  view: (minutes?.dissentingViews ?? []).map(({ view }) => view),
});

export const ruleContent = (rule: Pick<MeetingRule, 'revision'> | null): Stored => ({
  revision: String(rule?.revision ?? 0),
});
