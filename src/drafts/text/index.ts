export * from './clause.js';
export { formatLabel, formatMark } from './numbering.js';
export { type DocxParagraph, type DraftSource } from './source-lines.js';
export { parseDraft } from './parse-draft.js';
export {
  type FileFindings,
  type LeftOut,
  previewSplit,
  type SplitDoubt,
  type SplitDoubtKind,
  type SplitPreview,
} from './preview-split.js';
export { type ClauseTable, isTableItem, tablesOf } from './clause-table.js';
export { identifyClauses, matchClauses, type ClauseMatch } from './match-clauses.js';
export { compareDrafts, type ClauseComparison, type ClauseStatus } from './compare-drafts.js';
export { type ClauseFate, type ClauseHead, type ClauseOutcome, ClauseOutcomes } from './clause-outcome.js';
export { type ClauseChange } from './clause-changes.js';
export { shortNameFaults, type ShortNameFault } from './short-names.js';
export { compareTexts, type Segment } from './compare-text.js';
export { canonicalDraftText, digestDraft } from './canonical-draft.js';
export { numberingScopesOf, renumberClauses, type NumberingScopes } from './renumber-clauses.js';
export { renderDraftText, type DraftFormat } from './render-draft.js';
