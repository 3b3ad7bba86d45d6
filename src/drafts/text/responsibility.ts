import type { Responsibility } from './clause.js';
import { inBothScripts } from './both-scripts.js';
import { isPlainlyUnit, mayBeUnit, splitUnits } from './responsible-units.js';

type Roles = Pick<Responsibility, 'lead' | 'participate'>;
interface Bracket {
  start: number;
  end: number;
  content: string;
}

const label = inBothScripts(
  '^(牵头|主办|主责|主要责任|责任|负责|配合|协办|协同|参与|参加|支持)(?:责任)?(?:单位|部门|机构)\\s*[:：]\\s*(.+)$',
  'su',
);
const ledBy = inBothScripts('^(?:牵头|主办|主责|主要责任)$');
const answersFor = inBothScripts('^(?:责任|负责)$');

/** The role at the end of a part: “牵头负责” before “负责”, or the shorter would be found inside the longer. */
const role = inBothScripts(
  '^(.+?)(牵头负责|牵头|按(?:照)?(?:各自|其)?职责(?:分工)?(?:分别)?(?:负责)?|分工负责|分别负责|共同负责|配合|协办|协同|参与|参加|负责)(?:[，,；;]\\s*|$)',
  'su',
);
const leading = inBothScripts('^牵头|^共同负责$|^负责$');
const together = inBothScripts('会同');

/**
 * The responsibility brackets of one passage, in order, each with the sentences since the one before it. A bracket
 * counts only at the end of a sentence: elsewhere it explains a word.
 */
export function readResponsibilities(passage: string): Responsibility[] {
  const found: Responsibility[] = [];
  let coveredFrom = 0;
  for (const { start, end, content } of findBrackets(passage)) {
    const roles = endsStatement(passage, start, end) ? readRoles(content) : undefined;
    if (!roles) continue;
    const covers = passage
      .slice(coveredFrom, start)
      .replace(/^[。；;，\s]+/u, '')
      .trim();
    found.push({ text: passage.slice(start, end), ...roles, covers });
    coveredFrom = end;
  }
  return found;
}

/** Outermost brackets; a unit's name may hold brackets of its own: 各控股（集团）公司. */
function findBrackets(passage: string): Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < passage.length; index++) {
    if (/[（(]/u.test(passage[index])) {
      if (depth === 0) start = index;
      depth += 1;
    } else if (/[）)]/u.test(passage[index]) && depth > 0) {
      depth -= 1;
      if (depth === 0) brackets.push({ start, end: index + 1, content: passage.slice(start + 1, index) });
    }
  }
  return brackets;
}

function endsStatement(passage: string, start: number, end: number): boolean {
  const before = passage.slice(0, start).trimEnd();
  const after = passage.slice(end).trimStart();
  return before === '' || /[。｡；;！!]$/u.test(before) || after === '' || /^[。｡；;]/u.test(after);
}

/** What a bracket says about roles, or undefined when it says something else. */
function readRoles(content: string): Roles | undefined {
  const statements = splitStatements(content).map((part) => readLabelled(part) ?? readPhrases(part));
  if (statements.length === 0 || statements.includes(undefined)) return undefined;
  const known = statements.filter((statement) => statement !== undefined);
  const explicitLead = known.some((statement) => statement.lead.length > 0);
  const answering = known.flatMap((statement) => statement.answering);
  return {
    lead: [...known.flatMap((statement) => statement.lead), ...(explicitLead ? [] : answering)],
    participate: [...(explicitLead ? answering : []), ...known.flatMap((statement) => statement.participate)],
  };
}

/** A part with neither label nor role goes on the list before it: 责任单位：市商务委等；各区政府. */
function splitStatements(content: string): string[] {
  const statements: string[] = [];
  for (const part of content.split(/[；;。｡]/u).map((text) => text.trim())) {
    if (part === '') continue;
    if (statements.length === 0 || label.test(part) || role.test(part)) statements.push(part);
    else statements[statements.length - 1] += `、${part}`;
  }
  return statements;
}

/** `answering`: 责任单位, who lead unless the bracket names a 牵头单位 beside them. */
type Statement = Roles & { answering: string[] };

function readLabelled(part: string): Statement | undefined {
  const match = label.exec(part);
  if (!match) return undefined;
  const phrased = readPhrases(match[2]);
  if (phrased) return phrased;
  const units = splitUnits(match[2]);
  if (units.length === 0 || !units.every(mayBeUnit)) return undefined;
  if (ledBy.test(match[1])) return { lead: units, answering: [], participate: [] };
  if (answersFor.test(match[1])) return { lead: [], answering: units, participate: [] };
  return { lead: [], answering: [], participate: units };
}

/** “A牵头，B、C按职责分工负责”: every unit stands before its role, and nothing is left behind the last. */
function readPhrases(part: string): Statement | undefined {
  const statement: Statement = { lead: [], answering: [], participate: [] };
  let rest = part;
  while (rest !== '') {
    const match = role.exec(rest);
    if (!match) return undefined;
    const [whole, names, phrase] = match;
    const [first, ...partners] = names.split(together).map(splitUnits);
    const units = [...first, ...partners.flat()];
    const mustBeSure = !inBothScripts('牵头|职责').test(phrase);
    if (first.length === 0 || !units.every(mustBeSure ? isPlainlyUnit : mayBeUnit)) return undefined;
    const leads = leading.test(phrase) || partners.length > 0;
    (leads ? statement.lead : statement.participate).push(...first);
    statement.participate.push(...partners.flat());
    rest = rest.slice(whole.length);
  }
  return statement;
}
