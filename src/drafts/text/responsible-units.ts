import { inBothScripts } from './both-scripts.js';

/** What a name is not: a question, an order, a pointer to another place. */
const notUnit = inBothScripts('^(?:谁|对|向|见|详见|另)|谁$|[：:。！？]|负责$');
const organ = inBothScripts(
  '(?:局|委|办|院|海关|集团|公司|协会|促进会|政府|中心|工商联|总工会|妇联|部|厅|署|银行|分行|小组|办公室|委员会|单位|部门|机构)(?:[（(][^（()）]*[）)])?$',
);
const organOfLevel = inBothScripts(
  '^(?:市|各|本市|上海|国家|省|区|县|有关|相关|团市委|人民银行|长三角|临港|浦东)',
);
const others = inBothScripts('等(?:有关|相关)?(?:部门|单位|机构|方面)?$');
const longestName = 30;

/** Splits a list of units at 、 ， ； and at 以及, also at 和 where a new unit clearly begins; 等 is dropped. */
export function splitUnits(list: string): string[] {
  return splitOutsideBrackets(list)
    .flatMap((part) => part.split(inBothScripts('以及|(?:和|及|与)(?=市|各|上海|本市)')))
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
    if (depth === 0 && /[、，,；;]/u.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

export const mayBeUnit = (name: string): boolean =>
  Array.from(name).length <= longestName && !notUnit.test(name);

/** Whether a name is surely a unit's: nothing but 负责 stands behind it, so it must prove itself. */
export const isPlainlyUnit = (name: string): boolean =>
  mayBeUnit(name) && Array.from(name).length >= 2 && organ.test(name) && organOfLevel.test(name);
