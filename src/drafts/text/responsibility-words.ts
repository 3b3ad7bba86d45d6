import { inBothScripts } from './both-scripts.js';

const roles =
  '总牵头|共同牵头|牵头|主办|主责|主要责任|第一责任|责任|负责|承办|落实|实施|配合|协办|会办|协同|协作|协助|参与|参加|支持';
const labelWord = `(${roles})(?:责任)?(?:单位|部门|机构|主体|方)?`;

/** 牵头单位：…; 牵头：… */
export const label = inBothScripts(`^${labelWord}\\s*(?:[:：]|为(?=市|各|上海|本市))\\s*(.+)$`, 'su');
/** Where a label begins inside a list: “市市场监管局 责任单位：市科委”. */
export const labelInside = inBothScripts(
  `[\\s，,、；;]+(?=(?:${roles})(?:责任)?(?:单位|部门|机构|主体|方)\\s*[:：])`,
  'gu',
);
/** Outside of brackets only a full label tells. */
export const openLabel = inBothScripts(
  `(?:^|(?<=[。；;！!\\n]))\\s*(?:${roles})(?:责任)?(?:单位|部门|机构|主体)\\s*[:：][^。\\n]+。?`,
  'gu',
);
const lineLabel = inBothScripts(`^(?:${roles})(?:责任)?(?:单位|部门|机构|主体)\\s*[:：]`);
/** A line of its own: 牵头单位：市市场监管局. */
export const beginsWithLabel = (line: string): boolean => lineLabel.test(line);
export const ledBy = inBothScripts('^(?:总牵头|共同牵头|牵头|主办|主责|主要责任|第一责任)$');
export const answersFor = inBothScripts('^(?:责任|负责|承办|落实|实施)$');

/** The role at the end of a part: “牵头负责” before “负责”, or the shorter would be found inside the longer. */
export const role = inBothScripts(
  '^(.+?)((?:共同|总|负责)?牵头(?:负责|推进|落实|组织实施|组织|实施|抓总)?|(?:按照?|根据|依)?(?:各自|其|有关|相关)?(?:的)?职责(?:范围|任务)?(?:内)?(?:分工)?(?:分别|共同|协同)?(?:负责|落实|推进|组织实施|实施)?|分工负责|分头负责|分别负责|共同负责|具体负责|各负其责|负责(?:落实|推进|组织实施|实施|具体实施)|组织实施|主办|主责|承办|(?:积极|协同)?配合|协办|会办|协同(?:推进)?|协助|参与|参加|支持|负责|落实)(?:[，,；;]\\s*|$)',
  'su',
);
export const leading = inBothScripts(
  '牵头|^共同负责$|^负责|^具体负责$|^组织实施$|^主办$|^主责$|^承办$|^落实$',
);
export const saysLead = inBothScripts('牵头|主办|主责');
/** Roles that by themselves say that units stand before them. */
export const sureRole = inBothScripts('牵头|职责|主办|主责');
export const together = inBothScripts('会同|商(?=市|各|有关|相关)');

const dueLabel =
  /^(?:完成时限|完成时间|完成期限|时限要求|时限|时间要求|时间进度|时间节点|时间安排|实施时间|实施期限|进度要求|进度安排|办结时限|时间|期限|起止时间)\s*[:：]\s*(.+)$/su;
const duePhrase =
  /^(?:(?:于|在|到|至|力争|争取)*20\d\d年.*|(?:长期|持续|常态化)(?:坚持|推进|实施|开展|落实|抓好)?|年内(?:完成)?|(?:今年|明年|本年度|当年).*(?:前|底|完成)|每年.*|“?十四五”?(?:期间|末|时期)?(?:完成)?)$/u;

/** Until when, if a part of a bracket says so: 完成时限：2022年6月; 2023年底前完成; 长期坚持. */
export function dueIn(part: string): string | undefined {
  const labelled = dueLabel.exec(part)?.[1] ?? (duePhrase.test(part) ? part : undefined);
  return labelled
    ?.replace(/[。；;，,]$/u, '')
    .replace(/(?<=[前底日月])完成$/u, '')
    .trim();
}
