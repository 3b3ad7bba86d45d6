import { ConsultationFeedback } from './feedback/consultation-feedback.entity.js';
import { ConsultationNotice } from './notice/consultation-notice.entity.js';
import { Opinion } from './opinions/opinion.entity.js';
import { HeldComment } from './public/held-comment.entity.js';
import { UnitReply } from './replies/unit-reply.entity.js';

/** The consultation room: notices, the register of opinions, their disposition and review, replies, feedback, tables. */
export { consultationTables } from './audited-tables.js';
export { opinionAudit } from './opinions/opinion-audit.js';
export { ConsultationModule } from './consultation.module.js';
export { changeWords, unchangedWords } from './adoption/adoption-words.js';
export { AdoptionsQuery } from './adoption/adoptions.query.js';
export { confirmUnchanged } from './adoption/confirm-unchanged.use-case.js';
export { type UnchangedAdoption } from './adoption/unchanged-adoptions.js';
export { assignOpinions } from './dispositions/assign-opinions.use-case.js';
export { changesText } from './dispositions/dispose.js';
export { disposeOpinion, disposeOpinions } from './dispositions/dispose-opinions.use-case.js';
export {
  approveDispositions,
  reopenOpinion,
  returnDisposition,
} from './dispositions/review-dispositions.use-case.js';
export { ConsultationFeedback } from './feedback/consultation-feedback.entity.js';
export { FeedbackQuery } from './feedback/feedback.query.js';
export { type Grouped, groupLikeOpinions, regroupOpinions } from './grouping/group-opinions.use-case.js';
export { type ImportedOpinions, importOpinions } from './import/import-opinions.use-case.js';
export { type OpinionImportReport, TryOpinionsQuery } from './import/try-opinions.query.js';
export { type OpinionChoiceInput, opinionChoiceShape, readOpinionChoice } from './import/opinion-choice.js';
export { type OpinionField, opinionTable } from './import/opinion-columns.js';
export { type OpinionRowReading } from './import/opinion-row.js';
export { type OpinionsReading, readOpinions } from './import/read-opinions.js';
export { ConsultationNotice } from './notice/consultation-notice.entity.js';
export {
  ExtendConsultationUseCase,
  extendConsultationSchema,
} from './notice/extend-consultation.use-case.js';
export { NoticeQuery } from './notice/notice.query.js';
export { latestPublishedNotice, openNotice } from './notice/notice.repository.js';
export { noticeContent, prepareNotice } from './notice/prepare-notice.use-case.js';
export { countByState, opinionsIn, type StateCounts } from './opinions/opinion-counts.js';
export { countRegister, type DispositionCounts, type RegisterCounts } from './opinions/register-counts.js';
export { eraseProposer } from './opinions/erase-proposer.use-case.js';
export { Opinion } from './opinions/opinion.entity.js';
export {
  type Channel,
  channels,
  proposerCategories,
  type ProposerCategory,
  wholeText,
} from './opinions/opinion-kinds.js';
export { receiveOpinionSchema } from './opinions/opinion.dto.js';
export {
  type OpinionFilter,
  type OpinionPage,
  OpinionsQuery,
  type OpinionView,
  type RegisterPlace,
} from './opinions/opinions.query.js';
export {
  type ClauseTally,
  type HandlerTally,
  OpinionTalliesQuery,
} from './opinions/opinion-tallies.query.js';
export { type ReceivedOpinion, receiveOpinion } from './opinions/receive-opinion.use-case.js';
export { recordLetter } from './opinions/record-letter.use-case.js';
export { correctOpinion } from './opinions/correct-opinion.use-case.js';
export { splitOpinion } from './opinions/split-opinion.use-case.js';
export * from './public/index.js';
export { submitReply } from './replies/submit-reply.use-case.js';
export { UnitReply } from './replies/unit-reply.entity.js';
export { dispositionTable } from './returned/disposition-table-kind.js';
export { type ReturnReport, returnTable, TryReturnQuery } from './returned/return-table.use-case.js';
export { type DispositionRow } from './tables/disposition-rows.js';
export { type DispositionTableOptions, DispositionTableQuery } from './tables/disposition-table.query.js';
export { UnitSummaryQuery, type UnitSummaryRow } from './tables/unit-summary.query.js';
export { type ConsultedUnits, countConsultedUnits } from './tables/consulted-units.js';

export const consultationEntities = [
  ConsultationFeedback,
  ConsultationNotice,
  HeldComment,
  Opinion,
  UnitReply,
];
