import { normaliseName } from './normalise-name.js';
import { categoryNamed, type UnitCategory } from './unit-category.js';

/** A collective name stands for many units and is none of them. */
export interface UnitGroup {
  /** As written. */
  name: string;
  /** Whose units belong to it; null when they are of several kinds (各有关单位) or none of the roster (各街镇). */
  category: UnitCategory | null;
}

const every = '(?:各|有关|相关|所有|其他|全部|全市|各有关|各相关|其他有关|其他相关)';
const patterns: [RegExp, UnitCategory | null][] = [
  [
    new RegExp(
      `^(?:全市|本市|市)?(?:${every}|\\d+个?|十六个?)(?:市辖)?(?:区县|区)(?:县)?(?:党委)?(?:政府|区委|委)?(?:市场监管局|市场监管部门|质量办|质量工作领导小组办|有关部门|相关部门|部门)?$`,
      'u',
    ),
    'district',
  ],
  [
    new RegExp(
      `^(?:市政府|市委|市级|市)?(?:${every})(?:市级|市政府|市)?(?:有关|相关)?(?:部门|委办局|成员单位|领导小组成员单位|责任部门|职能部门|主管部门|行业主管部门|政府部门|监管部门)(?:和单位|及单位|单位)?$`,
      'u',
    ),
    'member',
  ],
  [/^市质量(?:安全)?工作领导小组$/u, 'member'],
  [/^市级(?:有关|相关)?(?:部门|机关|委办局)$/u, 'member'],
  [
    new RegExp(
      `^(?:市属|(?:${every})(?:市属)?)(?:国有企业|国企|企业集团|集团|集团公司|控股集团公司|控股公司)$`,
      'u',
    ),
    'group',
  ],
  [
    new RegExp(
      `^${every}(?:高校|高等院校|大专院校|科研院所|科研机构|研究机构|高校和科研院所|高校科研院所)$`,
      'u',
    ),
    'institute',
  ],
  [
    new RegExp(`^${every}(?:行业协会|协会|行业组织|社会组织|商会|学会|行业协会商会|协会商会)$`, 'u'),
    'association',
  ],
  [new RegExp(`^(?:市)?${every}(?:单位|方面|责任单位|机构|企业|街镇|街道|街道乡镇|乡镇)$`, 'u'), null],
];

/** The group that a collective name stands for: 各区政府, 16个区, 市有关部门, 市行业质量促进会. */
export function groupNamed(name: string): UnitGroup | undefined {
  const addressees = categoryNamed(name);
  if (addressees !== undefined) return { name, category: addressees };
  const key = normaliseName(name);
  const found = patterns.find(([pattern]) => pattern.test(key));
  return found && { name, category: found[1] };
}
