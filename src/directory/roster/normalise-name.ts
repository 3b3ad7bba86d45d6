import { inSimplified } from '../../platform/index.js';
import { withDistrictName } from './districts.js';

const spacesBracketsQuotes = /[\s()[\]{}〔〕【】〈〉《》「」『』"'“”‘’]/g;

/**
 * Equivalent beginnings and wordings in municipal documents, longest first. 上海市 and 市 are one: documents of
 * the city itself leave its name out.
 */
const equivalents: readonly (readonly [RegExp, string])[] = [
  [/人民政府/g, '政府'],
  [/^(?:中国共产党|中共)上海市(?:委员会|委)/, '市委'],
  [/^(?:上海市|本市|我市)/, '市'],
  [/委员会/g, '委'],
  [/管理委$/, '管委'],
  [/管委会$/, '管委'],
  [/监督管理/g, '监管'],
  [/办公室/g, '办'],
  [/家俱/g, '家具'],
];

/**
 * The key under which a unit's name is looked up: two spellings with one key are the same unit. Width, case and script
 * are folded, spaces, brackets and quotation marks left out （集团）=(集团)=集团, 上海市 = 市, 崇明县 = 崇明区.
 * For comparing only; never shown or stored as a name.
 */
export function normaliseName(name: string): string {
  const folded = inSimplified(name.normalize('NFKC')).toLowerCase().replace(spacesBracketsQuotes, '');
  return withDistrictName(equivalents.reduce((text, [from, to]) => text.replace(from, to), folded));
}
