import { Injectable } from '@nestjs/common';
import { dateOf } from '../../calendar/index.js';
import { CompilationQuery, type CompilationStatus, type DeadlineView } from '../../compilation/index.js';
import { OpinionsQuery } from '../../consultation/index.js';
import { type GateView } from '../../engine/index.js';
import { type ObligationRow, ObligationsQuery } from '../../obligations/index.js';
import { Clock } from '../../platform/index.js';
import { areaPath } from '../frame/navigation.js';
import { PlanCalendar } from '../frame/plan-calendar.js';
import { askedLater, gateView, stepPath } from './gate-view.js';
import { LastActs } from './last-acts.js';
import { leftOf, timelineView } from './timeline-view.js';
import { wayView } from './way-view.js';

const lateShown = 8;

/** What the overview shows, ready to print. */
@Injectable()
export class OverviewPage {
  constructor(
    private readonly compilations: CompilationQuery,
    private readonly obligations: ObligationsQuery,
    private readonly opinions: OpinionsQuery,
    private readonly clock: Clock,
    private readonly plan: PlanCalendar,
    private readonly acts: LastActs,
  ) {}

  async view(compilationId: string): Promise<object> {
    const status = await this.compilations.status(compilationId);
    const deadlines = await this.compilations.deadlines(compilationId);
    const late = await this.obligations.late(compilationId);
    const { states } = await this.opinions.counts(compilationId);
    const gate = gateView(compilationId, status);
    const open = states.unassigned + states.undisposed + states.unreviewed;
    const { plan } = await this.compilations.standing(compilationId);
    const ahead = deadlines.find((line) => !line.late) ?? null;
    return {
      sentence: sentenceOf(status, gate?.missing ?? 0),
      next: ahead && { title: ahead.title, text: ahead.text, left: ahead.workingDaysLeft ?? '—' },
      opinions: { open, total: states.total },
      way: wayView(plan, status.state, deadlines, this.clock.now()),
      gate,
      others: othersOf(compilationId, await this.compilations.gates(compilationId), status.next),
      late: late.slice(0, lateShown).map((row) => lateLine(compilationId, row)),
      lateCount: late.length,
      lateMore: late.length > lateShown,
      materials: areaPath(compilationId, 'materials'),
      ledger: await this.acts.view(compilationId),
      ledgerPath: areaPath(compilationId, 'ledger'),
      timeline: timelineView(deadlines, dateOf(this.clock.now()), await this.plan.load()),
      deadlines: deadlines.map(deadlineLine),
    };
  }
}

/** One sentence that says where things stand and what is missing. */
function sentenceOf({ stateTitle, next }: CompilationStatus, missing: number): string {
  if (next === null) return `${stateTitle}。`;
  return missing === 0
    ? `${stateTitle}，可以办理下一步“${next.title}”。`
    : `${stateTitle}，“${next.title}”还差${missing}项。`;
}

const othersOf = (compilationId: string, gates: readonly GateView[], next: CompilationStatus['next']) =>
  gates
    .filter(({ event }) => event !== next?.event)
    .map(({ event, title, lines }) => {
      const open = lines.every((line) => line.met || !line.blocking || line.requirement === askedLater);
      return { title, open, href: stepPath(compilationId, event) };
    });

const lateLine = (
  compilationId: string,
  { id, unitName, title, deadlineText, workingDaysLeft }: ObligationRow,
) => ({
  unitName,
  title,
  deadlineText,
  late: workingDaysLeft === null ? '逾期' : `逾期${-workingDaysLeft}个工作日`,
  href: `${areaPath(compilationId, 'materials')}/${id}`,
});

const deadlineLine = (line: DeadlineView) => ({
  title: line.title,
  text: line.text,
  rule: line.rule,
  left: leftOf(line),
  passed: line.late,
});
