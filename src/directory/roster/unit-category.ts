import { normaliseName } from './normalise-name.js';

/** The five kinds of addressees in the head of 沪质办〔2021〕4号, in its order. */
export const unitCategories = ['member', 'district', 'association', 'group', 'institute'] as const;
export type UnitCategory = (typeof unitCategories)[number];

interface CategoryNames {
  /** As the notice's head addresses them. */
  readonly title: string;
  /** For table cells and filters. */
  readonly shortTitle: string;
  /** Other collective names: the notice's own slips (四（一）1), brackets of responsible units, old names. */
  readonly aliases: readonly string[];
}

export const categoryNames: Record<UnitCategory, CategoryNames> = {
  member: {
    title: '市质量工作领导小组各成员单位',
    shortTitle: '领导小组成员单位',
    aliases: ['市质量工作领导小组成员单位', '市质量安全工作领导小组成员单位', '成员单位'],
  },
  district: {
    title: '各区质量工作领导小组办公室',
    shortTitle: '各区质量办',
    aliases: ['区质量工作领导小组办公室', '各区', '各区政府', '各区县', '各区县政府'],
  },
  association: {
    title: '市行业质量工作促进会各成员单位',
    shortTitle: '促进会成员单位',
    aliases: [
      '市行业质量工作促进会成员单位',
      '市行业质量工作促进会',
      '市行业质量促进会各成员单位',
      '市行业质量促进会成员单位',
      '市行业质量促进会',
    ],
  },
  group: {
    title: '各控股（集团）公司',
    shortTitle: '控股（集团）公司',
    aliases: ['有关企业集团公司', '企业集团公司', '集团公司'],
  },
  institute: {
    title: '各相关科研院所',
    shortTitle: '科研院所',
    aliases: ['相关科研院所', '各有关科研院所', '有关科研院所'],
  },
};

const byName = new Map<string, UnitCategory>(
  unitCategories.flatMap((category) => {
    const { title, shortTitle, aliases } = categoryNames[category];
    return [title, shortTitle, ...aliases].map((name) => [normaliseName(name), category] as const);
  }),
);

/** The category that a collective name stands for: 市行业质量促进会, 各区人民政府, 科研院所 … */
export function categoryNamed(name: string): UnitCategory | undefined {
  return byName.get(normaliseName(name));
}
