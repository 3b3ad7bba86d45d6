import { z } from 'zod';
import { InvalidInput } from '../../platform/index.js';
import { field, looksLikeFormula } from './cell.js';
import { readMailAddress } from './mail-address.js';
import {
  columnKeys,
  type Header,
  issue,
  rosterColumns,
  type RosterColumn,
  type RosterIssue,
} from './roster-columns.js';
import { aliasSeparators, longest, readAlias, readName, readRemark } from './unit.js';
import { categoryNamed, categoryNames, type UnitCategory, unitCategories } from './unit-category.js';

const mostCellCharacters = 2_000;

function readCategory(text: string): UnitCategory | undefined {
  if (text.trim() === '') return undefined;
  const category = categoryNamed(text) ?? categoryMeant(text);
  if (category) return category;
  const titles = unitCategories.map((known) => categoryNames[known].shortTitle);
  throw new InvalidInput(`没有这个类别。请填写：${titles.join('、')}。`, 'unknown-category');
}

/** How offices name the five kinds in their own lists; a text that fits two of them names none. */
const categoryWords: readonly (readonly [RegExp, UnitCategory])[] = [
  [
    /^(?:市?质量(?:工作)?领导小组)?成员单位$|^(?:市级?|市属)?(?:部门|机关|委办局|政府部门|党政部门|单位)$|^领导小组/u,
    'member',
  ],
  [/^各?区(?:级|县|局|政府|质量办|质量工作领导小组办公室|市场监管(?:部门|局)|办|单位|里)?$/u, 'district'],
  [/协会|商会|学会|社会组织|社会团体|社团|促进会/u, 'association'],
  [/企业|集团|国企|央企|公司/u, 'group'],
  [/院所|科研|研究院|研究所|高校|大学|院校|研究机构/u, 'institute'],
];

function categoryMeant(text: string): UnitCategory | undefined {
  const written = text.normalize('NFKC').replace(/[\s()]/gu, '');
  const fitting = categoryWords.filter(([pattern]) => pattern.test(written));
  return fitting.length === 1 ? fitting[0][1] : undefined;
}

function readAliases(text: string): string[] {
  const parts = text
    .split(new RegExp(`${aliasSeparators.source}|[\\r\\n]`))
    .filter((part) => part.trim() !== '');
  if (parts.length > longest.aliases) {
    throw new InvalidInput(`别名最多${longest.aliases}个，现有${parts.length}个。请删减后再试。`, 'too-many');
  }
  return parts.map(readAlias);
}

const optionalShortName = (text: string) =>
  text.trim() === '' ? undefined : readName(text, rosterColumns.shortName, longest.shortName);

/**
 * One row of a roster file. A column that the file lacks is undefined and leaves a known unit's value as it is;
 * an empty cell clears what may be empty (别名, 分管负责人邮箱, 备注) and keeps what may not.
 */
export const rosterRowSchema = z.object({
  name: field((text) => readName(text, rosterColumns.name)),
  shortName: field(optionalShortName).optional(),
  category: field(readCategory).optional(),
  aliases: field(readAliases).optional(),
  liaison: field((text) => readMailAddress(text, rosterColumns.liaison)).optional(),
  leader: field((text) => readMailAddress(text, rosterColumns.leader) ?? null).optional(),
  remark: field(readRemark).optional(),
});
export type RosterRow = z.infer<typeof rosterRowSchema>;

export interface ReadRow {
  /** Undefined when a cell cannot be read. */
  entry: RosterRow | undefined;
  errors: RosterIssue[];
  warnings: RosterIssue[];
}

/** @param row its number in the file, the header being 1 */
export function readRow(header: Header, cells: readonly string[], row: number): ReadRow {
  const texts: Partial<Record<RosterColumn, string>> = {};
  const errors: RosterIssue[] = [];
  for (const column of columnKeys) {
    const place = header.places[column];
    if (place === undefined) continue;
    const text = cells[place] ?? '';
    if (text.length > mostCellCharacters) {
      errors.push(
        issue(row, rosterColumns[column], text, `单元格最多${mostCellCharacters}字。请缩短后再试。`),
      );
    } else texts[column] = text;
  }
  const beyond = cells.slice(header.width).find((cell) => cell.trim() !== '');
  if (beyond !== undefined) errors.push(issue(row, '', beyond, '这一格没有表头。请加上列名或删去内容。'));
  if (errors.length > 0) return { entry: undefined, errors, warnings: [] };
  const read = rosterRowSchema.safeParse(texts);
  if (read.success) return { entry: read.data, errors, warnings: formulaWarnings(read.data, row) };
  for (const { path, message } of read.error.issues) {
    const column = path[0] as RosterColumn;
    errors.push(issue(row, rosterColumns[column], texts[column] ?? '', message));
  }
  return { entry: undefined, errors, warnings: [] };
}

function formulaWarnings(entry: RosterRow, row: number): RosterIssue[] {
  const texts: [RosterColumn, string | undefined][] = [
    ['name', entry.name],
    ['shortName', entry.shortName],
    ...(entry.aliases ?? []).map((alias): [RosterColumn, string] => ['aliases', alias]),
    ['remark', entry.remark],
  ];
  return texts.flatMap(([column, text]) =>
    text !== undefined && looksLikeFormula(text)
      ? [
          issue(
            row,
            rosterColumns[column],
            text,
            '以“=”“+”“-”“@”开头，像公式。将按文字保存，不作计算；请核对。',
          ),
        ]
      : [],
  );
}
