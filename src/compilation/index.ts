import { Compilation, Deadline, DraftingGroupMember } from './compilation.entity.js';
import { Issue } from './issue.entity.js';
import { ProcedureRecord } from './procedure-record.entity.js';

export { compilationTables } from './audited-tables.js';
export { type Advanced, advanceCompilation } from './advance-compilation.use-case.js';
export { Compilation, Deadline, DraftingGroupMember } from './compilation.entity.js';
export { CompilationModule } from './compilation.module.js';
export {
  type CompilationPosition,
  CompilationQuery,
  type CompilationStatus,
  type DeadlineView,
} from './compilation.query.js';
export {
  findCompilation,
  findDeadline,
  findDeadlines,
  findDraftingGroup,
  findIssues,
  findProcedures,
  latestProcedure,
} from './compilation.repository.js';
export { choosePlan } from './choose-plan.js';
export { dayWarnings } from './day-warnings.js';
export { type DeadlineFollower, DeadlineFollowers } from './deadline-followers.js';
export { enterHolidays, holidaysContent } from './enter-holidays.use-case.js';
export {
  deadlinesContent,
  decisionContent,
  draftingGroupContent,
  issueContent,
  noticeNumberContent,
  procedureContent,
  timelineContent,
} from './edited-content.js';
export { formDraftingGroup } from './form-drafting-group.use-case.js';
export { Issue, type View } from './issue.entity.js';
export {
  amendIssue,
  decideIssue,
  escalateIssue,
  issueFields,
  raiseIssue,
  withdrawIssue,
} from './issues.use-case.js';
export { requireNoStepSince } from './step-taken-since.js';
export { CompilationNotUnderway, requireCompilationUnderway, requireUnderway } from './underway.js';
export { withdrawProcedure } from './withdraw-procedure.use-case.js';
export { mailHeading } from './mail-heading.js';
export { PrepareCompilationUseCase } from './prepare-compilation.use-case.js';
export { type PrepareCompilation, prepareCompilationSchema } from './prepare-compilation.dto.js';
export {
  type ProcedureContent,
  type ProcedureKind,
  procedureKindNames,
  procedureKinds,
} from './procedure-kinds.js';
export { ProcedureRecord } from './procedure-record.entity.js';
export { type ProcedureScan, ProcedureScans } from './procedure-scans.js';
export { type RecordedContent, recordProcedure } from './record-procedure.use-case.js';
export { type MovesDates, PreviewTimelineQuery, type TimelinePreview } from './preview-timeline.js';
export { registerNotice } from './register-notice.use-case.js';
export { rescheduleDeadlines, shiftDeadlines } from './reschedule-deadlines.use-case.js';
export { type FilesVerdict, type LedgerVerdict, VerifyLedgerQuery } from './verify-ledger.query.js';

export const compilationEntities = [Compilation, Deadline, DraftingGroupMember, Issue, ProcedureRecord];
