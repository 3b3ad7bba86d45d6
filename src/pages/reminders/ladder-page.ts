import { Injectable } from '@nestjs/common';
import { formatDay } from '../../calendar/index.js';
import { LadderQuery, type PlannedReminder, PreviewRemindersQuery } from '../../reminders/index.js';
import { Clock, type Instant } from '../../platform/index.js';
import { byDay, rungsOf } from './calendar-page.js';
import { type LadderBody, rowsOf, rungsFrom } from './ladder-form.js';
import { remindersPath, subNav } from './reminders-paths.js';

/** The ladder of rungs and what another one would change, ready to print. */
@Injectable()
export class LadderPage {
  constructor(
    private readonly ladders: LadderQuery,
    private readonly previews: PreviewRemindersQuery,
    private readonly clock: Clock,
  ) {}

  async view(compilationId: string, mayAct: boolean): Promise<object> {
    const { revision, rungs } = await this.ladders.execute(compilationId);
    const planned = await this.previews.execute(compilationId);
    const repeated = rungs.filter((rung) => rung.repeatEveryWorkingDays !== undefined).length;
    return {
      nav: subNav(compilationId, 'ladder'),
      sentence: `提醒阶梯共${rungs.length}级${repeated > 0 ? `，其中${repeated}级逾期后重复` : ''}；按此今后将发${planned.length}封。`,
      edition: revision === 0 ? '现用通例，尚未另定。' : `本项目的第${revision}版。`,
      revision,
      rows: rowsOf(rungs),
      rungs: rungs.length,
      preview: `${remindersPath(compilationId, 'ladder')}/preview`,
      mayAct,
    };
  }

  /** The mails to come by the present ladder and by the one that was typed, rung by rung and day by day. */
  async comparison(compilationId: string, body: LadderBody): Promise<object> {
    const rungs = rungsFrom(body);
    const now = this.clock.now();
    const before = await this.previews.execute(compilationId);
    const after = await this.previews.withLadder(compilationId, rungs);
    const path = remindersPath(compilationId, 'ladder');
    return {
      nav: subNav(compilationId, 'ladder'),
      ...{ before: before.length, after: after.length, rungCount: rungs.length },
      rungs: changes(rungsOf(before), rungsOf(after)),
      days: changes(daysOf(before, now), daysOf(after, now)).filter(({ changed }) => changed),
      fields: Object.entries(body).flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [{ name, value: String(value) }] : [],
      ),
      action: path,
      back: path,
    };
  }
}

interface Count {
  title: string;
  count: number;
}

const daysOf = (planned: readonly PlannedReminder[], now: Instant): Count[] =>
  [...byDay(planned)].map(([date, lines]) => ({ title: formatDay(date, now), count: lines.length }));

function changes(before: readonly Count[], after: readonly Count[]) {
  const titles = [...new Set([...before, ...after].map(({ title }) => title))];
  const of = (counts: readonly Count[], title: string) =>
    counts.find((count) => count.title === title)?.count ?? 0;
  return titles.map((title) => {
    const [from, to] = [of(before, title), of(after, title)];
    return { title, from, to, changed: from !== to };
  });
}
