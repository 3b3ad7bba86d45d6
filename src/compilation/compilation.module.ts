import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { Ports } from '../engine/index.js';
import { MailChecks } from '../outbox/index.js';
import { Worker } from '../worker/index.js';
import { compilationTables } from './audited-tables.js';
import { procedureFiles } from './stored-files.js';
import { AdvanceCompilationUseCase } from './advance-compilation.use-case.js';
import { compilationFacts } from './compilation.facts.js';
import { CompilationController } from './compilation.controller.js';
import { CompilationQuery } from './compilation.query.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { IssuesController } from './issues.controller.js';
import { EnterHolidaysUseCase } from './enter-holidays.use-case.js';
import { FormDraftingGroupUseCase } from './form-drafting-group.use-case.js';
import { IssuesUseCase } from './issues.use-case.js';
import { LedgerController } from './ledger.controller.js';
import { PrepareCompilationUseCase } from './prepare-compilation.use-case.js';
import { ProcedureScans } from './procedure-scans.js';
import { ProceduresController } from './procedures.controller.js';
import { RecordProcedureUseCase } from './record-procedure.use-case.js';
import { RegisterNoticeUseCase } from './register-notice.use-case.js';
import { RescheduleDeadlinesUseCase } from './reschedule-deadlines.use-case.js';
import { TimelineController } from './timeline.controller.js';
import { timerFollower, TimerHandler, timerReactions } from './timers.js';
import { VerifyLedgerQuery } from './verify-ledger.query.js';
import { WithdrawProcedureUseCase } from './withdraw-procedure.use-case.js';

const services = [
  AdvanceCompilationUseCase,
  CompilationQuery,
  DeadlineFollowers,
  EnterHolidaysUseCase,
  FormDraftingGroupUseCase,
  IssuesUseCase,
  PrepareCompilationUseCase,
  ProcedureScans,
  RecordProcedureUseCase,
  RegisterNoticeUseCase,
  RescheduleDeadlinesUseCase,
  VerifyLedgerQuery,
  WithdrawProcedureUseCase,
];

const controllers = [
  CompilationController,
  IssuesController,
  LedgerController,
  ProceduresController,
  TimelineController,
];

@Module({ controllers, providers: services, exports: services })
export class CompilationModule {
  constructor(
    ports: Ports,
    worker: Worker,
    shelf: CalendarShelf,
    followers: DeadlineFollowers,
    advance: AdvanceCompilationUseCase,
    checks: MailChecks,
  ) {
    ports.addAuditedTables(...compilationTables);
    ports.addFileNamers(procedureFiles);
    ports.addFactSources(...compilationFacts(shelf));
    ports.addReactions(...timerReactions(checks));
    followers.add(timerFollower);
    worker.addHandlers(new TimerHandler(advance));
  }
}
