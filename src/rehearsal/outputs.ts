import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { type CalendarDate, CalendarShelf, dateOf } from '../calendar/index.js';
import { CompilationQuery } from '../compilation/index.js';
import { MailQuery } from '../effects/index.js';
import { LedgerQuery, verifyLedgerFile } from '../ledger/index.js';
import { Database, writeWholeFile } from '../platform/index.js';
import { TemplateSet } from '../render/index.js';
import { type RehearsalOptions } from './rehearsal-options.js';
import { mailTitles } from './mail-titles.js';
import { reportView, type ReportSource } from './report-view.js';
import { type Stage } from './stage.js';
import { type Course, courseOf, slackOf } from './steps.js';
import { type Summary } from './summary.js';
import { countObligations, countOpinions, writePacket, writeTables } from './products.js';

export interface Produced extends RehearsalOptions {
  /** The throw-away data folder, where the mails were written. */
  work: string;
  startedAt: number;
}

/** Writes what the play left behind, and its summary. */
export async function writeOutputs(
  app: INestApplicationContext,
  stage: Stage,
  produced: Produced,
): Promise<Summary> {
  const { out, work } = produced;
  await replaceFolder(join(work, 'mail'), join(out, 'mail'));
  await writeTables(app, stage.compilationId, join(out, 'tables'));
  const packet = await writePacket(app, stage.compilationId, join(out, 'packet.zip'));
  const ledgerFile = join(out, 'ledger.ndjson');
  const ledger = app.get(LedgerQuery);
  await writeWholeFile(ledgerFile, ledger.export(stage.compilationId));
  const verdict = await verifyLedgerFile(ledgerFile);
  const summary = await summarise(app, stage, produced);
  summary.packet = packet;
  summary.ledger = { entries: verdict.entries, head: verdict.head ?? '', ok: verdict.ok };
  await writeReport(app, stage, summary, join(out, 'report.html'));
  summary.durationMs = Math.round(performance.now() - produced.startedAt);
  await writeWholeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}

async function summarise(app: INestApplicationContext, stage: Stage, produced: Produced): Promise<Summary> {
  const { compilationId } = stage;
  const status = await app.get(CompilationQuery).status(compilationId);
  const course = await readCourse(app, compilationId);
  const deadlines = await app.get(CompilationQuery).deadlines(compilationId);
  const calendar = await calendarOf(app);
  const byTemplate = await app.get(MailQuery).sentByTemplate(compilationId);
  return {
    workflow: course.plan.id,
    seed: produced.seed,
    finalState: status.state,
    steps: course.steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
    deadlines: deadlines.map((deadline) => {
      const { done, slack } = slackOf(course, deadline, calendar);
      return { key: deadline.key, title: deadline.title, done, slackWorkingDays: slack };
    }),
    obligations: await countObligations(app, compilationId),
    mails: { total: Object.values(byTemplate).reduce((sum, count) => sum + count, 0), byTemplate },
    opinions: await countOpinions(app, compilationId),
    refusals: stage.refusals.length,
    packet: null,
    ledger: { entries: 0, head: '', ok: false },
    durationMs: 0,
  };
}

const calendarOf = (app: INestApplicationContext) =>
  app.get(Database).read((reader) => app.get(CalendarShelf).load(reader));

async function writeReport(
  app: INestApplicationContext,
  stage: Stage,
  summary: Summary,
  file: string,
): Promise<void> {
  const { compilationId, refusals } = stage;
  const query = app.get(CompilationQuery);
  const compilation = await query.only(compilationId);
  const course = await readCourse(app, compilationId);
  const { mails, obligations, opinions } = summary;
  const view = reportView({
    title: compilation.title,
    documentNumber: compilation.documentNumber ?? '',
    seed: summary.seed,
    firstDay: compilation.firstDay,
    calendar: await calendarOf(app),
    deadlines: await query.deadlines(compilationId),
    course,
    stepTitles: course.plan.eventTitles,
    stateTitles: course.plan.stateTitles,
    mailsByDay: await mailsByDay(app, compilationId),
    mailsByTemplate: Object.entries(mails.byTemplate).map(([template, count]) => ({
      template,
      title: mailTitles[template] ?? template,
      count,
    })),
    refusals,
    facts: [
      { label: '到达状态', value: course.plan.stateTitles[summary.finalState] },
      { label: '办理步数', value: String(summary.steps.length) },
      { label: '报送任务', value: `${obligations.owed}项` },
      { label: '审核通过／豁免', value: `${obligations.accepted}项／${obligations.waived}项` },
      { label: '逾期报送', value: `${obligations.late}项` },
      { label: '意见', value: `${opinions.total}条` },
      { label: '采纳／部分采纳', value: `${opinions.adopted}条／${opinions.partlyAdopted}条` },
      { label: '不采纳', value: `${opinions.notAdopted}条` },
      { label: '已有体现／留作研究', value: `${opinions.alreadyReflected}条／${opinions.keptForStudy}条` },
      { label: '邮件', value: `${mails.total}封` },
      { label: '被挡下的步骤', value: `${summary.refusals}次` },
      { label: '台账', value: `${summary.ledger.entries}条，${summary.ledger.ok ? '核验无误' : '核验有误'}` },
    ],
  });
  await writeWholeFile(file, app.get(TemplateSet).render('pages/rehearsal-report', view));
}

const readCourse = (app: INestApplicationContext, compilationId: string): Promise<Course> =>
  courseOf({ ledger: app.get(LedgerQuery), query: app.get(CompilationQuery) }, compilationId);

/** On what day how many mails of which kind went out. */
async function mailsByDay(
  app: INestApplicationContext,
  compilationId: string,
): Promise<ReportSource['mailsByDay']> {
  const sent = await app.get(MailQuery).list(compilationId, { state: 'sent', limit: 1_000_000 });
  const days = new Map<CalendarDate, Map<string, number>>();
  for (const { sentAt, template } of sent) {
    const day = dateOf(sentAt ?? 0);
    const kinds = days.get(day) ?? new Map<string, number>();
    days.set(day, kinds.set(template, (kinds.get(template) ?? 0) + 1));
  }
  const ordered = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([date, kinds]) => ({
    date,
    count: [...kinds.values()].reduce((sum, count) => sum + count, 0),
    kinds: [...kinds].sort().map(([template, count]) => ({ title: mailTitles[template] ?? template, count })),
  }));
}

async function replaceFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  if (existsSync(from)) await cp(from, to, { recursive: true });
}
