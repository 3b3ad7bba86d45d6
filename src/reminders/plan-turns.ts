import { type WorkingCalendar } from '../calendar/index.js';
import { type Contact } from '../directory/index.js';
import { type Instant } from '../platform/index.js';
import { type Rung } from './ladder.js';
import { type Occurrence, occurrencesUpTo } from './occurrences.js';
import { type OpenObligation } from './open-obligations.js';
import { isRegistered, type Turn } from './turn.js';

export interface TurnPlan {
  send: Turn[];
  /** Recorded, so that they are not sent later, but not sent. */
  skip: Turn[];
}

/**
 * What falls due up to `now` and is not in the register, for every recipient. Of several turns that were missed
 * (the machine stood still, the obligation came late) only the latest is sent: nobody wants three reminders of one
 * thing in one minute. The notice is always sent, and alone: it says all that the others would.
 */
export function planTurns(
  open: readonly OpenObligation[],
  rungs: readonly Rung[],
  now: Instant,
  calendar: WorkingCalendar,
): TurnPlan {
  const plan: TurnPlan = { send: [], skip: [] };
  const occurrencesOf = scheduler(now, rungs, calendar);
  for (const one of open) {
    for (const contact of one.contacts) {
      const turns = turnsFor(one, contact, occurrencesOf(one));
      const sent = toSend(turns);
      for (const turn of turns) {
        if (!isRegistered(turn)) (turn === sent ? plan.send : plan.skip).push(turn);
      }
    }
  }
  return plan;
}

/** Turns that will fall due after `now` up to `until` if nobody hands in, for a preview. */
export function upcomingTurns(
  open: readonly OpenObligation[],
  rungs: readonly Rung[],
  window: { now: Instant; until: Instant },
  calendar: WorkingCalendar,
): Turn[] {
  const occurrencesOf = scheduler(window.until, rungs, calendar);
  return open.flatMap((one) => {
    const later = occurrencesOf(one).filter((occurrence) => occurrence.dueAt > window.now);
    return one.contacts.flatMap((contact) => turnsFor(one, contact, later));
  });
}

/** Obligations issued together share their dates, so each date is worked out once. */
function scheduler(until: Instant, rungs: readonly Rung[], calendar: WorkingCalendar) {
  const known = new Map<string, Occurrence[]>();
  return ({ obligation }: OpenObligation): Occurrence[] => {
    const { issuedAt, effectiveAt } = obligation;
    const key = `${issuedAt}:${effectiveAt}`;
    const occurrences = known.get(key) ?? occurrencesUpTo(until, rungs, { issuedAt, effectiveAt }, calendar);
    known.set(key, occurrences);
    return occurrences;
  };
}

function turnsFor(open: OpenObligation, contact: Contact, occurrences: Occurrence[]): Turn[] {
  return (
    occurrences
      .filter(({ rung }) => rung.audience.includes(contact.role))
      // The consultation room asks for replies itself, with a mail that says what is consulted on.
      .filter(({ rung }) => rung.offsetWorkingDays !== null || open.obligation.kind === 'material')
      .map((occurrence) => ({ open, contact, occurrence }))
  );
}

/** Of all turns due, earliest first, the one that is to be sent now, if any. */
function toSend(turns: Turn[]): Turn | undefined {
  const notice = turns.find((turn) => turn.occurrence.rung.offsetWorkingDays === null && !isRegistered(turn));
  if (notice !== undefined) return notice;
  const latest = turns.at(-1);
  if (latest === undefined || isRegistered(latest)) return undefined;
  return latest.occurrence.dueAt >= latest.open.runsSince ? latest : undefined;
}
