import { z } from 'zod';
import { parseInput } from '../../platform/index.js';
import {
  readChoice,
  type SheetChoice,
  type SheetFindings,
  sheetChoiceShape,
  type TableKind,
} from '../../sheets/index.js';

const doubtsShown = 200;
const knownWords: Record<string, string> = {
  chosen: '已指定',
  remembered: '沿用上次',
  heading: '按列名',
  content: '按内容推测',
};

const columnField = z.string().max(4).default('');

/** The choices of the dialogue as a form sends them: one select for each thing that a column can be. */
export function dialogueShape(kind: TableKind) {
  const selects = Object.fromEntries(kind.fields.map(({ field }) => [`at-${field}`, columnField]));
  const { sheet, headerRow, takeHidden, leaveOut, confirmed } = sheetChoiceShape;
  return { sheet, headerRow, takeHidden, leaveOut, confirmed, ...selects };
}

export type DialogueInput = Record<string, unknown>;

/** What was chosen, as every door writes it; a select that was left alone says nothing. */
export function choiceFieldsOf(kind: TableKind, typed: DialogueInput): Record<string, string | undefined> {
  const pairs = kind.fields.flatMap(({ field }) => {
    const at = typed[`at-${field}`];
    return typeof at === 'string' && at !== '' ? [`${field}=${at}`] : [];
  });
  const said = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const { sheet, headerRow, takeHidden, leaveOut, confirmed } = typed;
  return {
    sheet: said(sheet),
    headerRow: said(headerRow),
    takeHidden: String(takeHidden === true),
    leaveOut: said(leaveOut),
    confirmed: String(confirmed === true),
    columns: pairs.join(','),
  };
}

const choiceSchema = z.object(sheetChoiceShape).loose();

/** The page's own fields have been checked; here they become what every door knows. */
export const choiceOf = <F extends string>(kind: TableKind<F>, typed: DialogueInput): SheetChoice<F> =>
  readChoice(kind, parseInput(choiceSchema, choiceFieldsOf(kind, typed)));

/** The one dialogue for all spreadsheets: sheet, header, columns, what is doubtful and what is left out. */
export function dialogueView(kind: TableKind, findings: SheetFindings, typed: DialogueInput) {
  const { table, doubts, leftOut, held } = findings;
  const { sheets, header, columns } = table;
  const read = columns.filter(({ field }) => field !== null);
  return {
    header: header === null ? '没有表头' : rowsOf(header),
    severalSheets: sheets.length > 1,
    sheets: sheets.map(({ name, hidden, rows, chosen }) => ({
      name,
      label: `${name}（${rows}行${hidden ? '，隐藏' : ''}）`,
      chosen,
    })),
    headerRow: textOf(typed.headerRow),
    leaveOut: textOf(typed.leaveOut),
    takeHidden: typed.takeHidden === true,
    fields: kind.fields.map(({ field, title }) => {
      const at = columns.find((column) => column.field === field);
      const chosen = textOf(typed[`at-${field}`]);
      return {
        name: `at-${field}`,
        title,
        auto: chosen === '',
        none: chosen === '-',
        found: at === undefined ? '没有' : `${at.letters}列`,
        how: at?.known == null ? '' : (knownWords[at.known] ?? ''),
        samples: at?.samples.join('；') ?? '',
        options: columns.map(({ letters, heading }) => ({
          letters,
          label: heading === '' ? `${letters}列` : `${letters}列　${heading}`,
          chosen: letters === chosen,
        })),
      };
    }),
    readColumns: read.length,
    doubts: doubts.slice(0, doubtsShown),
    doubtCount: doubts.length,
    leftOut: leftOut.slice(0, doubtsShown),
    leftOutCount: leftOut.length,
    shown: doubtsShown,
    held,
    /** Travels with the button, so that what is taken is what was shown. */
    carried: carriedOf(typed),
  };
}

const rowsOf = ({ first, last }: { first: number; last: number }): string =>
  first === last ? `第${first}行` : `第${first}—${last}行`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function carriedOf(typed: DialogueInput): { name: string; value: string }[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    if (name === 'confirmed' || value === undefined || value === '' || value === false) return [];
    return [{ name, value: value === true ? 'true' : String(value as string) }];
  });
}
