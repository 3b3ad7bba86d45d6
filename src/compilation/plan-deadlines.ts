import { CalendarYearMissing, resolveDeadline, type WorkingCalendar } from '../calendar/index.js';
import { type PlannedTimeline, type WorkflowDefinition } from '../../workflows/index.js';
import { findContradictions } from './check-timeline.js';
import { type DeadlinePlan, type PrepareCompilation } from './prepare-compilation.dto.js';
import { timelineOf } from './timeline-plan.js';
import { TimelineNotPossible } from './timeline.errors.js';

/** A deadline as prepared, dated by the calendar. */
export interface PlannedDate extends Required<DeadlinePlan> {
  nominal: ReturnType<typeof resolveDeadline>['nominal'];
  effectiveAt: number;
  ruleText: string;
}

/**
 * The dates of a compilation that is prepared, in the order of its definition.
 * @throws TimelineNotPossible naming every key, event, year and pair of dates that cannot stand
 */
export function planDeadlines(
  plan: Pick<PrepareCompilation, 'deadlines' | 'firstDay' | 'decisionCatalogued'>,
  definition: WorkflowDefinition,
  calendar: WorkingCalendar,
): PlannedDate[] {
  const timeline = timelineOf(definition);
  const misnamed = [
    ...keyProblems(timeline, plan.deadlines),
    ...plan.deadlines.flatMap((deadline) => stepProblems(definition, timeline, deadline)),
  ];
  if (misnamed.length > 0) throw new TimelineNotPossible(misnamed);
  const keys = Object.keys(timeline.deadlines);
  const inOrder = [...plan.deadlines].sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  const missingYears = new Set<number>();
  const dated = inOrder.flatMap((deadline) => dateOn(deadline, timeline, calendar, missingYears));
  if (missingYears.size > 0) throw new TimelineNotPossible([...missingYears].map(yearProblem));
  const { decisionCatalogued, firstDay } = plan;
  const problems = findContradictions(dated, { timeline, calendar, decisionCatalogued, firstDay })
    .filter(({ blocking }) => blocking)
    .map(({ sentence }) => sentence);
  if (problems.length > 0) throw new TimelineNotPossible(problems);
  return dated;
}

function keyProblems(timeline: PlannedTimeline, deadlines: readonly DeadlinePlan[]): string[] {
  const keys = deadlines.map(({ key }) => key);
  const unknown = keys.filter((key) => !Object.hasOwn(timeline.deadlines, key));
  const doubled = [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))];
  const titled = ([key, { title }]: [string, { title: string }]) => `${key}（${title}）`;
  const known = Object.entries(timeline.deadlines);
  const missing = known.filter(([key]) => !keys.includes(key)).map(titled);
  return [
    unknown.length > 0
      ? `没有名为${quoted(unknown)}的期限，请改用编制流程的名称：${known.map(titled).join('、')}。`
      : '',
    doubled.length > 0 ? `期限${quoted(doubled)}重复，每项只写一次。` : '',
    missing.length > 0 ? `缺少期限：${missing.join('、')}；请补全。` : '',
  ].filter((problem) => problem !== '');
}

/** The steps that the deadline itself names, where they are not those of the chart. */
function stepProblems(
  { eventTitles, stateTitles }: WorkflowDefinition,
  { deadlines }: PlannedTimeline,
  { key, event, stage }: DeadlinePlan,
): string[] {
  const planned = Object.hasOwn(deadlines, key) ? deadlines[key] : null;
  const problems: string[] = [];
  if (event !== undefined && !Object.hasOwn(eventTitles, event)) {
    problems.push(
      `期限“${key}”对应的步骤“${event}”不在编制流程中${planned ? `，应为${planned.limits}` : ''}。`,
    );
  } else if (event !== undefined && planned !== null && event !== planned.limits) {
    problems.push(
      `期限“${key}”限定的步骤是${planned.limits}（${eventTitles[planned.limits]}），不是${event}（${eventTitles[event]}）。`,
    );
  }
  if (stage !== undefined && planned !== null && stage !== planned.stage) {
    problems.push(`期限“${key}”属于${planned.stage}（${stateTitles[planned.stage]}），不属于“${stage}”。`);
  }
  return problems;
}

/** The deadline with its date; or nothing, and the year that is missing put down. */
function dateOn(
  deadline: DeadlinePlan,
  { deadlines }: PlannedTimeline,
  calendar: WorkingCalendar,
  missingYears: Set<number>,
): PlannedDate[] {
  const { title, stage, limits } = deadlines[deadline.key];
  try {
    const { nominal, effective, rule } = resolveDeadline(deadline.rule, calendar);
    const named = { title: deadline.title ?? title, stage, event: limits };
    return [{ ...deadline, ...named, nominal, effectiveAt: effective, ruleText: rule }];
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    missingYears.add(error.year);
    return [];
  }
}

const yearProblem = (year: number): string =>
  `没有${year}年的节假日安排，不能确定这一年的期限；请先在“设置—节假日”录入国务院办公厅的通知。`;

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
