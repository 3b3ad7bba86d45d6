import { type CalendarDate, dateOf, type WorkingCalendar } from '../calendar/index.js';
import { type LedgerQuery } from '../ledger/index.js';
import { type CompilationQuery, type DeadlineView } from '../compilation/index.js';
import { type Instant, type JsonObject } from '../platform/index.js';
import {
  collectStage,
  consultStage,
  expertReviewStage,
  type PlanDefinition,
  plenaryStage,
  wordsFor,
} from '../../workflows/index.js';

/** A step of the compilation as the ledger has it, whoever took it. */
export interface Step {
  at: Instant;
  event: string;
  state: string;
  draftVersion: string | null;
}

/** What the ledger says of a play: its steps, and when each kind of act last happened. */
export interface Course {
  plan: PlanDefinition;
  steps: Step[];
  lastOfType: Map<string, Instant>;
}

export async function courseOf(
  { ledger, query }: { ledger: LedgerQuery; query: CompilationQuery },
  compilationId: string,
): Promise<Course> {
  const { plan } = await query.standing(compilationId);
  const course: Course = { plan, steps: [], lastOfType: new Map() };
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
const metBy = (plan: PlanDefinition): Map<string | undefined, string> =>
  new Map([
    [wordsFor(plan, collectStage)?.deadlines.due, 'material.submitted'],
    [wordsFor(plan, consultStage)?.deadlines.replies, 'reply.submitted'],
    [wordsFor(plan, plenaryStage)?.deadlines.legality, 'procedure.recorded:legalityReview'],
  ]);

/** When what a deadline asks for was last done; null when it never was. */
export function doneAt({ plan, steps, lastOfType }: Course, { key, event }: DeadlineView): Instant | null {
  const review = wordsFor(plan, expertReviewStage);
  // A second review does not make the first meeting late.
  const meeting = key === review?.deadlines.meeting ? [review.events.pass, review.events.repeat] : [event];
  const taken = steps.find((step) => meeting.includes(step.event));
  return lastOfType.get(metBy(plan).get(key) ?? '') ?? taken?.at ?? null;
}
