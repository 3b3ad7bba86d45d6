import { inBothScripts } from './both-scripts.js';

/** What a name is not: a question, an order, a pointer to another place. */
const notUnit = inBothScripts('^(?:谁|对|向|见|详见|另)|^(?:按照?|根据|依)$|谁$|[：:。！？]|负责$');
const organ = inBothScripts(
  '(?:局|委|办|院|海关|集团|公司|协会|学会|商会|促进会|管委会|政府|中心|工商联|总工会|妇联|部|厅|署|处|银行|分行|小组|办公室|委员会|单位|部门|机构|企业|园区|大学)(?:[（(][^（()）]*[）)])?$',
);
const organOfLevel = inBothScripts(
  '^(?:市|各|本市|上海|国家|中国|省|区|县|有关|相关|团市委|共青团|人民银行|长三角|临港|浦东|张江|虹桥)',
);
/** Collective names: 各区, 16个区, 有关部门. */
const group = inBothScripts(
  '^(?:各(?:区|街镇|街道|乡镇|部门|单位|成员单位)|(?:全市)?(?:\\d+|[一二三四五六七八九十]+)个?区(?:政府|人民政府)?|(?:各|市)?(?:有关|相关)(?:部门|单位|方面|区|企业))$',
);
/** 市 is left out by many: 市场监管局, 经信委, 科委. A bare 政府 or 企业 is nobody in particular. */
const shortOrgan = inBothScripts(
  '^(?:[^、，,（(]{2,14}(?:局|委|委员会|办公室|管委会|海关|厅|署)|[科教建农商经][委])$',
);
const nobody = inBothScripts(
  '^(?:党委|政府|部门|单位|企业|集团|公司|中心|机构|小组|办公室|委员会|全部|内部|常委|省委|区委|县委)$',
);
const others = inBothScripts(
  '等(?:\\d+个?|[一二三四五六七八九十]+个?)?(?:有关|相关|各)?(?:部门|单位|机构|方面|委办局|企业)?(?:(?:和|及|与|、)(?:有关|相关)?(?:部门|单位|机构|企业|方面))?$',
);
const longestName = 30;

/** Splits a list of units at 、 ， ； and spaces, at 以及, and at 和 where a unit ends and another begins; 等 is dropped. */
export function splitUnits(list: string): string[] {
  return splitOutsideBrackets(list)
    .flatMap(splitAtSpaces)
    .flatMap((part) => part.split(inBothScripts('以及|会同|暨')))
    .flatMap(splitAtAnd)
    .map((name) =>
      name
        .replace(/\s+/gu, '')
        .replace(/^(?:具体)?由/u, '')
        .replace(others, ''),
    )
    .filter((name) => name !== '');
}

function splitOutsideBrackets(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    if (/[（(]/u.test(character)) depth += 1;
    if (/[）)]/u.test(character)) depth -= 1;
    if (depth === 0 && /[、，,；;／/]/u.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** Texts copied from PDF break inside a name, so a space parts two units only where each is one. */
function splitAtSpaces(part: string): string[] {
  const pieces = part.trim().split(/\s+/u);
  return pieces.length > 1 && pieces.every(isPlainlyUnit) ? pieces : [part];
}

/** 市市场监管局和市科委 are two, 市粮食和物资储备局 is one. */
function splitAtAnd(part: string): string[] {
  for (const { index } of part.matchAll(/[和及与與]/gu)) {
    const [before, after] = [part.slice(0, index).trim(), part.slice(index + 1).trim()];
    const begins =
      inBothScripts('^(?:市|各|上海|本市|国家)').test(after) || isPlainlyUnit(after.replace(others, ''));
    if (before !== '' && (organ.test(before) || group.test(before)) && begins)
      return [before, ...splitAtAnd(after)];
  }
  return [part];
}

export const mayBeUnit = (name: string): boolean =>
  Array.from(name).length <= longestName && !notUnit.test(name);

/** Whether a name is surely a unit's: nothing but 负责 stands behind it, so it must prove itself. */
export function isPlainlyUnit(name: string): boolean {
  if (!mayBeUnit(name) || nobody.test(name)) return false;
  if (group.test(name) || shortOrgan.test(name)) return true;
  return Array.from(name).length >= 2 && organ.test(name) && organOfLevel.test(name);
}
