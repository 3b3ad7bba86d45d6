import { z } from 'zod';
import { InvalidInput } from '../../platform/index.js';
import { cleanCell, field, refuseLonger } from './cell.js';
import { districtCodes } from './districts.js';
import { readMailAddress } from './mail-address.js';
import { normaliseName } from './normalise-name.js';
import { unitCategories } from './unit-category.js';

export const longest = { name: 100, shortName: 50, aliases: 20, remark: 500 } as const;

/** Between aliases in one cell, so no alias may hold one. */
export const aliasSeparators = /[;；、,，]/;

/** A name of a unit: one clean line with at least one letter or 汉字 to find it by. */
export function readName(text: string, label: string, longestName: number = longest.name): string {
  const name = cleanCell(text, label);
  if (name === '') throw new InvalidInput(`请填写“${label}”。`, 'missing');
  refuseLonger(name, longestName, label);
  if (!/[\p{L}\p{N}]/u.test(normaliseName(name))) {
    throw new InvalidInput(`“${label}”应至少有一个汉字或字母。`, 'no-letter');
  }
  return name;
}

export function readAlias(text: string): string {
  const alias = readName(text, '别名');
  if (aliasSeparators.test(alias)) throw new InvalidInput('一个别名中不能有分号、顿号或逗号。', 'separator');
  return alias;
}

/** Without the aliases that a unit's own names already cover, in their order. */
export function ownAliases(unit: { name: string; shortName: string; aliases: readonly string[] }): string[] {
  const covered = new Set([unit.name, unit.shortName].map(normaliseName));
  return unit.aliases.filter((alias) => {
    const key = normaliseName(alias);
    return !covered.has(key) && covered.add(key);
  });
}

export function requiredAddress(text: string, label: string): string {
  const address = readMailAddress(text, label);
  if (address === undefined) throw new InvalidInput(`请填写“${label}”。`, 'missing');
  return address;
}

export function readRemark(text: string): string {
  const remark = cleanCell(text, '备注');
  refuseLonger(remark, longest.remark, '备注');
  return remark;
}

/** Contacts are posts, not persons: the liaison (联络员) is written to, the leader (分管负责人) only when late. */
export const contactsSchema = z.strictObject({
  liaison: field((text) => requiredAddress(text, '联络员邮箱')),
  leader: field((text) => requiredAddress(text, '分管负责人邮箱')).optional(),
});

/** A unit of the roster, as stored and as in seeds/units.json. */
export const unitSchema = z
  .strictObject({
    /** A stable slug; mails and ledger entries name the unit by it. */
    key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '代号只能用小写字母、数字和连字符。'),
    name: field((text) => readName(text, '单位全称')),
    shortName: field((text) => readName(text, '简称', longest.shortName)),
    category: z.enum(unitCategories),
    aliases: z.array(field(readAlias)).max(longest.aliases, `别名最多${longest.aliases}个。`),
    /** GB/T 2260, for district offices only. */
    districtCode: z.enum(districtCodes).optional(),
    contacts: contactsSchema,
    remark: field(readRemark),
    /** Made up for demonstration; no real body bears the name. */
    demonstration: z.boolean(),
  })
  .refine((unit) => (unit.category === 'district') === (unit.districtCode !== undefined), {
    message: '区质量工作领导小组办公室应有区划代码，其他单位不应有。',
    path: ['districtCode'],
  })
  .transform((unit) => ({ ...unit, aliases: ownAliases(unit) }));
export type Unit = z.infer<typeof unitSchema>;
