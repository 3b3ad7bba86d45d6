/** Shanghai's 16 districts by GB/T 2260 code, in the order of the codes. */
export const districts = [
  { code: '310101', name: '黄浦区' },
  { code: '310104', name: '徐汇区' },
  { code: '310105', name: '长宁区' },
  { code: '310106', name: '静安区' },
  { code: '310107', name: '普陀区' },
  { code: '310109', name: '虹口区' },
  { code: '310110', name: '杨浦区' },
  { code: '310112', name: '闵行区' },
  { code: '310113', name: '宝山区' },
  { code: '310114', name: '嘉定区' },
  { code: '310115', name: '浦东新区' },
  { code: '310116', name: '金山区' },
  { code: '310117', name: '松江区' },
  { code: '310118', name: '青浦区' },
  { code: '310120', name: '奉贤区' },
  { code: '310151', name: '崇明区' },
] as const;

export type DistrictCode = (typeof districts)[number]['code'];
export const districtCodes: readonly DistrictCode[] = districts.map(({ code }) => code);

const stems = new Map(districts.map(({ name }) => [name.replace(/新?区$/, ''), name]));
const pattern = [...stems.keys()].join('|');
/** A bare 黄浦 only as the whole name: 浦东发展银行 and 黄浦江 are not districts. */
const leading = new RegExp(`^(?:上海市?|市)?(${pattern})(?:新区|区|县|$)`);

/** 上海市崇明县…, 崇明县…, 崇明 → 崇明区…: counties became districts, and people leave 新 or 区 out. */
export function withDistrictName(text: string): string {
  return text.replace(leading, (_match, stem: string) => stems.get(stem) ?? stem);
}

/** The code of the district a name begins with, whatever form the district is written in. */
export function districtCodeOf(name: string): DistrictCode | undefined {
  const written = withDistrictName(name);
  return districts.find((district) => written.startsWith(district.name))?.code;
}
