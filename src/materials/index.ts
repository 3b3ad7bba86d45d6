import { ResearchTopic } from './topics/research-topic.entity.js';
import { ResearchVisit } from './visits/research-visit.entity.js';
import { Submission, SubmissionFile } from './submissions/submission.entity.js';

/** The materials room: submissions, research topics, indicators for 2025 and 2035, research visits. */
export { materialTables } from './audited-tables.js';
export { submissionAudit } from './submissions/submission-audit.js';
export {
  type Amount,
  amountsOf,
  formOf,
  formTitles,
  type Indicator,
  type MaterialContent,
  materialContentSchema,
  type MaterialForm,
  type MaterialLength,
  measureLength,
  partsOf,
  partTitles,
  readingOf,
  strategies,
  type Task,
} from './content/index.js';
export { countEvidence, type Evidence, submissionTitles, visitTitles } from './evidence.js';
export { MaterialsModule } from './materials.module.js';
export { digestsOf, frozenRecord } from './submissions/frozen-record.js';
export { type MaterialFileReading, readMaterialFile } from './submissions/read-material-file.js';
export { saveDraft } from './submissions/save-draft.use-case.js';
export { Submission, SubmissionFile, type SubmissionFileKind } from './submissions/submission.entity.js';
export { SubmissionFileQuery } from './submissions/submission-file.query.js';
export { type FrozenVersion, type MaterialView, SubmissionsQuery } from './submissions/submissions.query.js';
export { submitMaterial } from './submissions/submit-material.use-case.js';
export { uploadCoverLetter } from './submissions/upload-cover-letter.use-case.js';
export { TryMaterialQuery, uploadMaterial } from './submissions/upload-material.use-case.js';
export {
  type AcceptedSubmission,
  findAcceptedSubmissions,
  listAcceptedSubmissions,
} from './tables/accepted-submissions.js';
export { type IndicatorRow } from './tables/compare-indicators.js';
export { IndicatorsQuery, type IndicatorTable } from './tables/indicators.query.js';
export { IndicatorTableQuery } from './tables/indicator-table.query.js';
export { type SchemeLinks, SchemeLinksQuery } from './tables/scheme-links.query.js';
export {
  type Figures,
  SubmissionProgressQuery,
  type SubmissionProgressRow,
} from './tables/submission-progress.query.js';
export { SubmissionTableQuery } from './tables/submission-table.query.js';
export { chooseTopic, topicContent } from './topics/choose-topic.use-case.js';
export { listTopics } from './topics/list-topics.use-case.js';
export { ResearchTopic } from './topics/research-topic.entity.js';
export { TopicsQuery, type TopicsView } from './topics/topics.query.js';
export { citeVisit } from './visits/cite-visit.use-case.js';
export { amendVisit, withdrawVisit } from './visits/correct-visit.use-case.js';
export { logVisit, visitKindTitles } from './visits/log-visit.use-case.js';
export { ResearchVisit, type VisitKind } from './visits/research-visit.entity.js';
export { findVisits } from './visits/visits.repository.js';
export { VisitsQuery } from './visits/visits.query.js';

export const materialsEntities = [ResearchTopic, ResearchVisit, Submission, SubmissionFile];
