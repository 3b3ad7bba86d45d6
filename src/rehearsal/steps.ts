import { type CalendarDate, dateOf, type WorkingCalendar } from '../calendar/index.js';
import { type LedgerQuery } from '../ledger/index.js';
import { type DeadlineView } from '../compilation/index.js';
import { type Instant, type JsonObject } from '../platform/index.js';

/** A step of the compilation as the ledger has it, whoever took it. */
export interface Step {
  at: Instant;
  event: string;
  state: string;
  draftVersion: string | null;
}

/** What the ledger says of a play: its steps, and when each kind of act last happened. */
export interface Course {
  steps: Step[];
  lastOfType: Map<string, Instant>;
}

export async function courseOf(ledger: LedgerQuery, compilationId: string): Promise<Course> {
  const course: Course = { steps: [], lastOfType: new Map() };
  for await (const entry of await ledger.entries(compilationId)) {
    const at = Date.parse(entry.at);
    course.lastOfType.set(actName(entry.type, entry.payload as JsonObject), at);
    if (entry.type === 'compilation.advanced')
      course.steps.push({ at, ...stepOf(entry.payload as JsonObject) });
  }
  return course;
}

/** Formalities are one type of act; their kind tells them apart. */
const actName = (type: string, { kind }: JsonObject): string =>
  type === 'procedure.recorded' ? `${type}:${String(kind)}` : type;

const stepOf = ({ step, state, draftVersion }: JsonObject): Omit<Step, 'at'> => ({
  event: String(step),
  state: String(state),
  draftVersion: draftVersion === null ? null : String(draftVersion),
});

/** The day on which what a deadline asks for was done, and the working days left; negative when it was late. */
export function slackOf(
  course: Course,
  deadline: DeadlineView,
  calendar: WorkingCalendar,
): { done: CalendarDate | null; slack: number | null } {
  const at = doneAt(course, deadline);
  if (at === null) return { done: null, slack: null };
  const done = dateOf(at);
  const slack = calendar.workingDaysBetween(done, dateOf(Date.parse(deadline.effective)));
  return { done, slack };
}

/** Deadlines that are met by acts of others rather than by a step of the chart. */
const metBy: Record<string, string> = {
  materialsDue: 'material.submitted',
  unitRepliesDue: 'reply.submitted',
  legalityReviewEnds: 'procedure.recorded:legalityReview',
};

/** A second review does not make the first meeting late. */
const afterFirstMeeting = new Set(['passExpertReview', 'requireSecondReview']);

/** When what a deadline asks for was last done; null when it never was. */
export function doneAt({ steps, lastOfType }: Course, { key, event }: DeadlineView): Instant | null {
  const taken = steps.find((step) => step.event === event);
  if (key === 'expertMeeting')
    return steps.find(({ event: step }) => afterFirstMeeting.has(step))?.at ?? null;
  return lastOfType.get(metBy[key] ?? '') ?? taken?.at ?? null;
}
