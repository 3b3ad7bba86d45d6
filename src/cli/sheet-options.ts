import { type Command } from 'commander';
import { z } from 'zod';
import { parseInput } from '../platform/index.js';
import { readChoice, type SheetChoice, sheetChoiceShape, type TableKind } from '../sheets/index.js';
import { type CommonOptions } from './define.js';

const gather = (value: string, before: string[]): string[] => [...before, value];

/** The choices of the one dialogue for spreadsheets, the same for every command that reads one. */
export function withSheetOptions(command: Command): Command {
  return command
    .option('--sheet <name>', '工作簿中的工作表（省略时自动选择）')
    .option('--header-row <row>', '表头所在行，没有表头的写0（省略时自动识别）')
    .option(
      '--column <field=column>',
      '某一栏所在的列，如 content=B；没有该栏的写 content=-；可写多次',
      gather,
      [],
    )
    .option('--hidden', '一并读入隐藏的行和列')
    .option('--leave-out <rows>', '不读入的行，如 3,5-7')
    .option('--confirm', '已核对存疑之处和未读入的内容，按所示办理');
}

/** The options as the fields that every door knows. */
export function sheetFieldsOf({ sheet, headerRow, column, hidden, leaveOut, confirm }: CommonOptions) {
  return {
    sheet,
    headerRow,
    columns: Array.isArray(column) ? column.join(',') : undefined,
    takeHidden: hidden === true ? 'true' : undefined,
    leaveOut,
    confirmed: confirm === true ? 'true' : undefined,
  };
}

const schema = z.object(sheetChoiceShape);

/** As an act takes it. */
export const sheetChoiceInput = (options: CommonOptions): z.input<typeof schema> =>
  sheetFieldsOf(options) as z.input<typeof schema>;

export const sheetChoiceOf = <F extends string>(kind: TableKind<F>, options: CommonOptions): SheetChoice<F> =>
  readChoice(kind, parseInput(schema, sheetFieldsOf(options)));
