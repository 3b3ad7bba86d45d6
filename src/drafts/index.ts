import { BasisDocument, RealignmentTask } from './basis.entity.js';
import { Clause, ClauseTrace } from './clause.entity.js';
import { DraftVersion } from './draft-version.entity.js';

export { draftTables } from './audited-tables.js';
export { draftAudit } from './draft-audit.js';
export { changeBasisStatus, closeRealignment, registerBasis } from './basis-documents.use-case.js';
export { BasisTextQuery } from './basis-text.query.js';
export { BasisDocument, type BasisStatus, basisStatuses, RealignmentTask } from './basis.entity.js';
export { Clause, ClauseTrace, type TraceKind, traceKinds } from './clause.entity.js';
export { basisContent, correctBasis, reopenRealignment, withdrawBasis } from './correct-basis.use-case.js';
export { confirmDraft } from './confirm-draft.use-case.js';
export { DraftVersion, type DraftOrigin, type DraftState } from './draft-version.entity.js';
export {
  ClauseNotInWorkingRevision,
  clauseInWorkingRevision,
  findClauses,
  identified,
  latestFrozen,
  NoWorkingRevision,
  readDraft,
  readOutcomes,
  requireWorkingRevision,
  standingVersion,
  workingRevision,
} from './drafts.repository.js';
export { type ClauseView, DraftsQuery, type DraftView, type EditableClause } from './drafts.query.js';
export { DraftsModule } from './drafts.module.js';
export { editClause } from './edit-clause.use-case.js';
export {
  type ImportedDraft,
  importDraft,
  type ImportDraft,
  type ImportPreview,
  type ImportReport,
  TryDraftQuery,
} from './import-draft.use-case.js';
export { type DraftFile, readDraftFile } from './read-draft-file.js';
export * from './text/index.js';
export { traceClauses } from './trace-clauses.use-case.js';
export { addTrace, clausesFrom, removeTraces, tracesIn, type TraceSource } from './traces.js';

export const draftsEntities = [BasisDocument, Clause, ClauseTrace, DraftVersion, RealignmentTask];
