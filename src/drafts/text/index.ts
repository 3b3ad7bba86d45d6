export * from './clause.js';
export { formatLabel, formatMark } from './numbering.js';
export { type DocxParagraph, type DraftSource } from './source-lines.js';
export { parseDraft } from './parse-draft.js';
export { previewSplit, type SplitDoubt, type SplitDoubtKind, type SplitPreview } from './preview-split.js';
export { identifyClauses, matchClauses, type ClauseMatch } from './match-clauses.js';
