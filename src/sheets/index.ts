export { sheetFindingsView } from './sheet-findings.view.js';
export { type Known, type TableColumn } from './assign-columns.js';
export { fieldOfHeading, plainHeading } from './heading.js';
export { readTable, type Remembered, type SheetShown, type TableReading } from './read-table.js';
export { RememberedChoice } from './remembered-choice.entity.js';
export { recallChoices, rememberChoice } from './remembered-choices.js';
export {
  DoubtsUnconfirmed,
  findingsOf,
  requireConfirmed,
  type SheetFindings,
  type TableShown,
} from './sheet-report.js';
export {
  readChoice,
  readColumns,
  type SheetChoice,
  type SheetChoiceInput,
  sheetChoiceShape,
  writeColumns,
} from './sheet-choice.js';
export {
  doubtOfRow,
  type FieldSpec,
  type LeftOut,
  rowList,
  rowPlace,
  type SheetDoubt,
  type TableKind,
} from './table-kind.js';
export { type TableRow } from './table-rows.js';
