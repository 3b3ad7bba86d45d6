import { Injectable } from '@nestjs/common';
import { dateOf, formatDateWithWeekday, yearOf } from '../../calendar/index.js';
import { type CompilationPosition, CompilationQuery, type DeadlineView } from '../../compilation/index.js';
import { placeOn } from '../../engine/index.js';
import { Clock } from '../../platform/index.js';
import { FrameSource, type FrameRequest } from '../../web/index.js';
import { DemoControl } from './demo-control.js';
import { areaPath, areas } from './navigation.js';
import { PlanCalendar } from './plan-calendar.js';
import { WorkCounts } from './work-counts.js';

/** What stands around every page: whose house, which day, where the compilation stands, where to go. */
@Injectable()
export class HouseFrame extends FrameSource {
  constructor(
    private readonly compilations: CompilationQuery,
    private readonly counts: WorkCounts,
    private readonly clock: Clock,
    private readonly plan: PlanCalendar,
    private readonly demo: DemoControl,
  ) {
    super();
  }

  override async frame({ layout, visitor, compilationId, nav }: FrameRequest): Promise<object> {
    if (layout === 'public') return {};
    const demo = await this.demo.bar();
    const today = await this.today();
    const id = compilationId ?? visitor.scope?.compilationId;
    const none = { demo, today, visitorName: visitor.name, project: null, nav: null, position: null };
    if (id === undefined) return none;
    const { title, documentNumber, position } = await this.compilations.position(id);
    const common = { ...none, project: { title, documentNumber } };
    if (layout !== 'staff') return common;
    const entries = await this.navigation(id, nav);
    if (nav === 'overview') return { ...common, nav: entries };
    const [deadline] = (await this.compilations.deadlines(id)).filter((line) => !line.late);
    return { ...common, nav: entries, position: stripOf(id, position, deadline) };
  }

  private async navigation(compilationId: string, current: string | undefined): Promise<object[]> {
    const counts = await this.counts.of(compilationId);
    return areas.map(({ key, label }) => {
      const { count = null, alarm = false } = counts[key] ?? {};
      return { href: areaPath(compilationId, key), label, current: key === current, count, alarm };
    });
  }

  /** 2021年9月8日（星期三）　工作日 */
  private async today(): Promise<string> {
    const day = dateOf(this.clock.now());
    const calendar = await this.plan.load();
    const known = calendar.hasYear(yearOf(day));
    const kind = !known ? '' : calendar.isWorkingDay(day) ? '　工作日' : '　休息日';
    return `${formatDateWithWeekday(day)}${kind}`;
  }
}

function stripOf(
  id: string,
  { state, stateTitle, path, next }: CompilationPosition['position'],
  deadline: DeadlineView | undefined,
) {
  const here = placeOn(path, state);
  const track = path.map((_, index) => ({ kind: index < here ? 'done' : index === here ? 'now' : 'ahead' }));
  const left = deadline === undefined ? null : deadline.leftText;
  return {
    track,
    state: stateTitle,
    deadline: deadline === undefined ? null : { title: deadline.title, text: deadline.text, left },
    next: next?.title ?? null,
    gate: `${areaPath(id, 'overview')}#gate`,
  };
}
