import { Injectable } from '@nestjs/common';
import { calendarDate, formatDate, formatDeadline } from '../../calendar/index.js';
import { CompilationQuery } from '../../compilation/index.js';
import { DirectoryQuery } from '../../directory/index.js';
import { LedgerQuery } from '../../ledger/index.js';
import {
  courseOf,
  keptRuns,
  mailTitles,
  RehearsalRuns,
  type Run,
  slackOf,
  type Summary,
} from '../../rehearsal/index.js';
import { PlanCalendar } from '../frame/plan-calendar.js';
import { planWord } from '../words/plan-words.js';
import { progressOf, rehearsalPath, runLine } from './run-view.js';

const usual = { seed: 1, units: 160, opinions: 300, lateUnit: null };

/** Rehearsals that were played, and one beside the real plan. */
@Injectable()
export class RehearsalPage {
  constructor(
    private readonly runs: RehearsalRuns,
    private readonly compilations: CompilationQuery,
    private readonly directory: DirectoryQuery,
    private readonly ledger: LedgerQuery,
    private readonly plan: PlanCalendar,
  ) {}

  async list(compilationId: string, mayAct: boolean): Promise<object> {
    const runs = await this.runs.list();
    const running = runs.find(({ state }) => state === 'running');
    const units = await this.directory.units();
    return {
      base: rehearsalPath(compilationId),
      sentence: listSentence(runs),
      running: running === undefined ? null : runLine(compilationId, running).href,
      runs: runs.map((run) => runLine(compilationId, run)),
      mayAct,
      kept: keptRuns,
      form: { ...usual, ...runs[0]?.options },
      units: units.map(({ name }) => name),
    };
  }

  async one(compilationId: string, id: string, mayAct: boolean): Promise<object> {
    const run = await this.runs.find(id);
    const path = `${rehearsalPath(compilationId)}/${id}`;
    const done = run.state === 'done';
    const summary = done ? await this.runs.summary(id) : null;
    const { lateUnit, ...options } = run.options;
    return {
      ...runLine(compilationId, run),
      base: rehearsalPath(compilationId),
      path,
      sentence: runSentence(run, summary),
      running: run.state === 'running',
      fault: run.fault,
      mayAct,
      progress: progressOf(run),
      again: { ...options, lateUnit: lateUnit ?? '' },
      result: summary === null ? null : await this.result(compilationId, path, summary),
    };
  }

  private async result(compilationId: string, path: string, summary: Summary): Promise<object> {
    const { mails, obligations, opinions, ledger, packet } = summary;
    return {
      report: `${path}/report`,
      files: `${path}/files`,
      hasPacket: packet !== null,
      facts: [
        ['到达状态', planWord(summary.finalState, summary.workflow)],
        ['办理步骤', `${summary.steps.length}步`],
        ['被挡下的步骤', `${summary.refusals}次`],
        ['报送任务', `${obligations.owed}项`],
        ['审核通过', `${obligations.accepted}项`],
        ['豁免', `${obligations.waived}项`],
        ['逾期报送', `${obligations.late}项`],
        ['意见', `${opinions.total}条`],
        ['邮件', `${mails.total}封`],
        ['台账', `${ledger.entries}条，${ledger.ok ? '核验无误' : '核验有误'}`],
      ].map(([title, value]) => ({ title, value })),
      mails: Object.entries(mails.byTemplate)
        .map(([template, count]) => ({ title: mailTitles[template] ?? template, count }))
        .sort((a, b) => b.count - a.count),
      mailCount: mails.total,
      deadlines: await this.compare(compilationId, summary),
    };
  }

  /** Each deadline of the real plan beside what the play did about it. */
  private async compare(compilationId: string, { deadlines }: Summary) {
    const course = await courseOf({ ledger: this.ledger, query: this.compilations }, compilationId);
    const calendar = await this.plan.load();
    return (await this.compilations.deadlines(compilationId)).map((deadline) => {
      const real = slackOf(course, deadline, calendar);
      const played = deadlines.find(({ key }) => key === deadline.key);
      const slack = played?.slackWorkingDays ?? null;
      return {
        title: deadline.title,
        text: formatDeadline(
          { nominal: deadline.nominal, effective: Date.parse(deadline.effective) },
          'anyone',
        ),
        real: real.done === null ? '尚未办理' : formatDate(real.done),
        realSlack: slackText(real.slack),
        played: played?.done == null ? '没有办理' : formatDate(calendarDate(played.done)),
        slack: slackText(slack),
        late: slack !== null && slack < 0,
        realLate: real.slack !== null && real.slack < 0,
      };
    });
  }
}

function slackText(slack: number | null): string {
  if (slack === null) return '—';
  return slack < 0 ? `超${-slack}日` : `余${slack}日`;
}

function listSentence(runs: readonly Run[]): string {
  if (runs.length === 0) return '还没有推演过：可以先把全程走一遍，看余量在哪里。';
  const done = runs.filter(({ state }) => state === 'done').length;
  const running = runs.filter(({ state }) => state === 'running').length;
  return `留存推演${runs.length}次：完成${done}次，进行中${running}次，没有完成${runs.length - done - running}次。`;
}

function runSentence({ state }: Run, summary: Summary | null): string {
  if (state === 'running') return '推演正在进行。';
  if (summary === null) return '推演没有完成，可以重试。';
  const late = summary.deadlines.filter(({ slackWorkingDays }) => (slackWorkingDays ?? 0) < 0).length;
  const end = planWord(summary.finalState, summary.workflow);
  const outcome = late === 0 ? '各项期限都没有超过' : `有${late}项期限超过`;
  return `推演${summary.steps.length}步，走到“${end}”，${outcome}。`;
}
