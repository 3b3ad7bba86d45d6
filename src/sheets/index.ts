export { type Known, type TableColumn } from './assign-columns.js';
export { plainHeading } from './heading.js';
export { readTable, type Remembered, type SheetShown, type TableReading } from './read-table.js';
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
