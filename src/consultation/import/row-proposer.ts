import { type NamedUnit, type UnitIndex } from '../../directory/index.js';
import { type ProposerCategory, proposerCategories } from '../opinions/opinion-kinds.js';

export type KnownUnits = UnitIndex<NamedUnit & { id: string }>;

export interface Proposer {
  category: ProposerCategory;
  unitId?: string;
  organisation?: string | null;
  personName?: string | null;
  personContact?: string | null;
}

/** Who made an opinion, and as the register names it; or why that cannot be told. */
export type ProposerReading = { proposer: Proposer; shown: string } | { doubt: string; shown: string | null };

export interface ProposerCells {
  /** As written, or as a person decided for rows where nothing is written. */
  name: string;
  category: string;
  personName: string | null;
  personContact: string | null;
}

const categoryWords: readonly (readonly [RegExp, ProposerCategory])[] = [
  [/^(?:社会)?公众$|^(?:市民|群众|个人|居民|网民|网友|公民)$/u, '社会公众'],
  [/^(?:.*企业|公司|集团|国企|民企|外企|控股（?集团）?公司)$/u, '企业'],
  [/^(?:社会组织|行业?协会|协会|商会|学会|社会团体|社团|促进会成员单位)$/u, '社会组织'],
  [/^(?:机关|事业单位|机关事业单位|政府部门|党政机关|委办局|部门|政府机关|高校|街镇)$/u, '机关事业单位'],
  [/^(?:专家|学者|专家学者)$/u, '专家'],
  [/^(?:征求意见单位|成员单位|领导小组成员单位|各?区(?:质量办)?|科研院所|有关单位)$/u, '征求意见单位'],
];

/** The public by another name, perhaps with the name of a person behind it: 市民王先生. */
const publicName =
  /^(?:社会公众|公众|市民|群众|网民|网友|居民|公民|个人|匿名(?:网友|用户)?)[（(：:]?(.*?)[）)]?$/u;
const personOnly = /^[\p{Script=Han}]{1,3}(?:先生|女士|小姐|同志)$/u;

export function categoryOf(written: string): ProposerCategory | undefined {
  const text = written.normalize('NFKC').replace(/\s/gu, '');
  const exact = proposerCategories.find((category) => category === text);
  return exact ?? categoryWords.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * A name that only resembles a unit's is a question: an opinion put on the wrong unit is worse than none.
 * @param outsiders the category of names that are not in the roster, where a person chose one
 */
export function readProposer(
  cells: ProposerCells,
  units: KnownUnits,
  outsiders: ProposerCategory | undefined,
): ProposerReading {
  const { name, personName, personContact } = cells;
  const person = { personName, personContact };
  const category = cells.category === '' ? undefined : categoryOf(cells.category);
  if (cells.category !== '' && category === undefined) {
    const known = proposerCategories.join('、');
    return {
      doubt: `提出者类别“${cells.category.slice(0, 20)}”没有认出，应为${known}之一`,
      shown: name || null,
    };
  }
  if (name === '') return nameless(category, person);
  const found = units.resolve(name);
  if (found?.kind === 'unit') {
    const { id: unitId, shortName } = found.unit;
    return { proposer: { category: '征求意见单位', unitId, ...person }, shown: shortName };
  }
  const named = publicName.exec(name);
  if (category === undefined && (named !== null || personOnly.test(name))) {
    const ownName = named === null ? name : named[1].trim() || null;
    return asPublic({ ...person, personName: personName ?? ownName });
  }
  if (category === '社会公众') return asPublic({ ...person, personName: personName ?? name });
  const outside = category === undefined || category === '征求意见单位' ? outsiders : category;
  if (outside === '社会公众') return asPublic({ ...person, personName: personName ?? name });
  if (outside !== undefined)
    return { proposer: { category: outside, organisation: name, ...person }, shown: name };
  return { doubt: unknownName(name, found), shown: name };
}

const asPublic = (person: Pick<Proposer, 'personName' | 'personContact'>): ProposerReading => ({
  proposer: { category: '社会公众', ...person },
  shown: '社会公众',
});

function nameless(
  category: ProposerCategory | undefined,
  person: Pick<Proposer, 'personName' | 'personContact'>,
): ProposerReading {
  if (category === undefined || category === '征求意见单位')
    return { doubt: '没有写提出单位，不能当作社会公众的意见', shown: null };
  return { proposer: { category, ...person }, shown: category };
}

function unknownName(name: string, found: ReturnType<KnownUnits['resolve']>): string {
  const shown = name.slice(0, 40);
  if (found?.kind === 'candidates') {
    const names = found.units.slice(0, 3).map((unit) => unit.name);
    return `“${shown}”不能确定是哪家单位，可能是${names.join('、')}；请写全称`;
  }
  if (found?.kind === 'unit') return `“${shown}”不能确定是哪家单位；请写全称`;
  if (found !== undefined) return `“${shown}”是一类单位的统称；请写明是哪家单位`;
  return `“${shown}”不在单位名册中；请核对名称，或者填写提出者类别（企业、社会组织等）`;
}
