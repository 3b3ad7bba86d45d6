import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { ActRunner, Ports } from '../engine/index.js';
import { MailChecks } from '../outbox/index.js';
import { actRoutes } from '../web/index.js';
import { Worker } from '../worker/index.js';
import { compilationTables } from './audited-tables.js';
import { procedureFiles } from './stored-files.js';
import { advanceCompilation } from './advance-compilation.use-case.js';
import { compilationFacts } from './compilation.facts.js';
import { CompilationController } from './compilation.controller.js';
import { CompilationQuery } from './compilation.query.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { IssuesController } from './issues.controller.js';
import { enterHolidays } from './enter-holidays.use-case.js';
import { formDraftingGroup } from './form-drafting-group.use-case.js';
import { amendIssue, decideIssue, escalateIssue, raiseIssue, withdrawIssue } from './issues.use-case.js';
import { LedgerController } from './ledger.controller.js';
import { PrepareCompilationUseCase } from './prepare-compilation.use-case.js';
import { ProcedureScans } from './procedure-scans.js';
import { ProceduresController } from './procedures.controller.js';
import { recordProcedure } from './record-procedure.use-case.js';
import { registerNotice } from './register-notice.use-case.js';
import { PreviewTimelineQuery } from './preview-timeline.js';
import { rescheduleDeadlines, shiftDeadlines } from './reschedule-deadlines.use-case.js';
import { TimelineController } from './timeline.controller.js';
import { timerFollower, TimerHandler, timerReactions } from './timers.js';
import { VerifyLedgerQuery } from './verify-ledger.query.js';
import { withdrawProcedure } from './withdraw-procedure.use-case.js';

const services = [
  CompilationQuery,
  DeadlineFollowers,
  PrepareCompilationUseCase,
  ProcedureScans,
  PreviewTimelineQuery,
  VerifyLedgerQuery,
];

const controllers = [
  CompilationController,
  IssuesController,
  LedgerController,
  ProceduresController,
  TimelineController,
  actRoutes('编制项目', [advanceCompilation, registerNotice, formDraftingGroup]),
  actRoutes('期限', [rescheduleDeadlines, shiftDeadlines, enterHolidays]),
  actRoutes('重大问题和分歧意见', [raiseIssue, amendIssue, withdrawIssue, escalateIssue, decideIssue]),
  actRoutes('程序性文件', [recordProcedure, withdrawProcedure]),
];

@Module({ controllers, providers: services, exports: services })
export class CompilationModule {
  constructor(
    ports: Ports,
    worker: Worker,
    shelf: CalendarShelf,
    followers: DeadlineFollowers,
    runner: ActRunner,
    checks: MailChecks,
  ) {
    ports.addAuditedTables(...compilationTables);
    ports.addFileNamers(procedureFiles);
    ports.addFactSources(...compilationFacts(shelf));
    ports.addReactions(...timerReactions(checks));
    followers.add(timerFollower);
    worker.addHandlers(new TimerHandler(runner));
  }
}
