import { z } from 'zod';
import { columnOf, lettersOf } from '../files/index.js';
import { InvalidInput } from '../platform/index.js';
import { type TableKind } from './table-kind.js';

/** What a person says about a table, where the guess is not what is meant. Everything may be left out. */
export interface SheetChoice<F extends string = string> {
  sheet?: string;
  /** First row of the header, from 1; 0 when the table has none. */
  headerRow?: number;
  /** Column from 0; null when the table has no such column. */
  columns?: Partial<Record<F, number | null>>;
  /** Hidden rows and columns are read like the others. */
  takeHidden?: boolean;
  /** Rows, as the spreadsheet program numbers them, that are not to be read. */
  leaveOut?: ReadonlySet<number>;
  /** The person has seen what is doubtful and what is left out, and has it taken as it is shown. */
  confirmed?: boolean;
}

const text = z.string().trim().max(2_000);
const flag = z
  .enum(['true', 'false', 'on', ''], { error: '应为true或者false' })
  .transform((value) => value === 'true' || value === 'on');

/** As the API's form fields and the command line's options carry it. */
export const sheetChoiceShape = {
  sheet: text.optional().describe('工作表名称；不填则自动选择').meta({ title: '工作表' }),
  headerRow: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, { error: '应为行号，没有表头的填0' })
    .optional()
    .describe('表头所在行（从1数起，没有表头的填0）；不填则自动识别')
    .meta({ title: '表头所在行' }),
  columns: text
    .optional()
    .describe('各栏所在的列，如“content=B,proposer=D”；没有该栏的写“-”；不填则自动识别')
    .meta({ title: '各栏所在的列' }),
  takeHidden: flag.optional().describe('是否一并读入隐藏的行和列').meta({ title: '读入隐藏的行和列' }),
  leaveOut: text.optional().describe('不读入的行，如“3,5-7”').meta({ title: '不读入的行' }),
  confirmed: flag
    .optional()
    .describe('已核对存疑之处和未读入的内容，按试导入所示办理')
    .meta({ title: '已核对' }),
};
export type SheetChoiceInput = z.output<z.ZodObject<typeof sheetChoiceShape>>;

/** @throws InvalidInput for a field or column that cannot be */
export function readChoice<F extends string>(kind: TableKind<F>, input: SheetChoiceInput): SheetChoice<F> {
  const { sheet, headerRow, columns, takeHidden, leaveOut, confirmed } = input;
  return {
    ...(sheet ? { sheet } : {}),
    ...(headerRow ? { headerRow: Number(headerRow) } : {}),
    ...(columns ? { columns: readColumns(kind, columns) } : {}),
    ...(leaveOut ? { leaveOut: readRows(leaveOut) } : {}),
    takeHidden: takeHidden === true,
    confirmed: confirmed === true,
  };
}

/** `content=B` or `意见内容=B`, several with commas between. */
export function readColumns<F extends string>(
  kind: TableKind<F>,
  written: string,
): Partial<Record<F, number | null>> {
  const columns: Partial<Record<F, number | null>> = {};
  for (const pair of written.split(/[,，;；]/).filter((part) => part.trim() !== '')) {
    const [name = '', place = ''] = pair
      .normalize('NFKC')
      .split('=')
      .map((part) => part.trim());
    const spec = kind.fields.find(({ field, title }) => field === name || title === name);
    if (spec === undefined) {
      const known = kind.fields.map(({ field, title }) => `${field}（${title}）`).join('、');
      throw new InvalidInput(`没有“${name.slice(0, 30)}”这一栏；可用的栏是：${known}。`, 'unknown-field');
    }
    if (!/^(?:[A-Z]{1,3}|-)$/i.test(place))
      throw new InvalidInput(`“${spec.title}”所在的列应写作A、B、C等字母，没有该栏的写“-”。`, 'bad-column');
    columns[spec.field] = place === '-' ? null : columnOf(place.toUpperCase());
  }
  return columns;
}

export function writeColumns<F extends string>(columns: Partial<Record<F, number | null>>): string {
  const entries = Object.entries(columns) as [F, number | null][];
  return entries.map(([field, at]) => `${field}=${at === null ? '-' : lettersOf(at)}`).join(',');
}

const mostRowsNamed = 10_000;

function readRows(written: string): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const part of written
    .normalize('NFKC')
    .split(/[,、;\s]+/)
    .filter((piece) => piece !== '')) {
    const match = /^第?(\d{1,6})行?(?:[-—–~](\d{1,6})行?)?$/.exec(part);
    if (match === null)
      throw new InvalidInput(`不读入的行“${part.slice(0, 20)}”不是行号；请写作“3,5-7”。`, 'bad-rows');
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (last - first > mostRowsNamed) throw new InvalidInput('不读入的行过多；请在文件中删去。', 'bad-rows');
    for (let row = first; row <= last; row++) rows.add(row);
  }
  return rows;
}
