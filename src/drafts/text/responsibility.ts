import type { Responsibility } from './clause.js';
import { isPlainlyUnit, mayBeUnit, splitUnits } from './responsible-units.js';
import { inBothScripts } from './both-scripts.js';
import {
  answersFor,
  dueIn,
  label,
  labelInside,
  leading,
  ledBy,
  openLabel,
  role,
  saysLead,
  sureRole,
  together,
} from './responsibility-words.js';

type Roles = Pick<Responsibility, 'lead' | 'participate' | 'answering' | 'due'>;

/** A place that may say who is responsible: a bracket, or a sentence that begins with 责任单位：. */
interface Place {
  start: number;
  end: number;
  content: string;
  bracketed: boolean;
}

/**
 * The responsibilities of one passage, in order, each with the sentences since the one before it. A bracket counts
 * only at the end of a sentence: elsewhere it explains a word. Brackets that stand side by side are one: the second
 * says who else, or until when.
 */
export function readResponsibilities(passage: string): Responsibility[] {
  const found: Responsibility[] = [];
  let coveredFrom = 0;
  for (const { start, end, content, bracketed } of placesIn(passage)) {
    const roles = !bracketed || endsStatement(passage, start, end) ? readRoles(content) : undefined;
    if (!roles) continue;
    const covers = passage
      .slice(coveredFrom, start)
      .replace(/^[。；;，\s]+/u, '')
      .trim();
    const read: Responsibility = { text: passage.slice(start, end).trim(), ...roles, covers };
    const last = found.at(-1);
    if (covers === '' && last !== undefined) found[found.length - 1] = joined(last, read);
    else if (read.lead.length + read.participate.length > 0) found.push(read);
    else if (last !== undefined && last.due === undefined)
      found[found.length - 1] = { ...last, due: read.due };
    coveredFrom = end;
  }
  return found;
}

/** 牵头单位：A on one line and 配合单位：B on the next say one thing. */
export function joined(first: Responsibility, second: Responsibility): Responsibility {
  const answering = [...(first.answering ?? []), ...(second.answering ?? [])];
  const due = first.due ?? second.due;
  return {
    ...first,
    text: `${first.text}${second.text}`,
    lead: [...first.lead, ...second.lead],
    participate: [...first.participate, ...second.participate],
    ...(answering.length > 0 && { answering }),
    ...(due !== undefined && { due }),
  };
}

export interface UnreadBracket {
  text: string;
  /** Nothing but units; else it names units among words that were not understood. */
  bare: boolean;
}

const pointsElsewhere = inBothScripts('以下简称|以下统称|简称|附件|详见|参见|来源');
/** “详见附件1，由市质量办负责解释” points elsewhere and gives a unit something to do: a person decides what it is. */
const givesWork = inBothScripts('负责|牵头|配合|承办|协办|会办');

/** Brackets at the end of a sentence that name units and do not say, or not plainly, what those have to do. */
export function unreadBrackets(passage: string): UnreadBracket[] {
  return placesIn(passage)
    .filter(({ start, end, bracketed }) => bracketed && endsStatement(passage, start, end))
    .flatMap(({ start, end, content }) => {
      const units = splitUnits(content);
      const named = units.some(namesUnit);
      const pointing = pointsElsewhere.test(content) && !givesWork.test(content);
      if (!named || pointing || readRoles(content) !== undefined) return [];
      return [{ text: passage.slice(start, end), bare: units.every(isPlainlyUnit) }];
    });
}

/** By itself, or before what it has to do. */
const namesUnit = (phrase: string): boolean =>
  [phrase, role.exec(phrase)?.[1], phrase.split(givesWork)[0]].some((name = '') => isPlainlyUnit(name));

function placesIn(passage: string): Place[] {
  const brackets = findBrackets(passage);
  const inside = (index: number) => brackets.some(({ start, end }) => start <= index && index < end);
  const sentences = [...passage.matchAll(openLabel)]
    .filter(({ index }) => !inside(index))
    .map(({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
      content: text.trim().replace(/。$/u, ''),
      bracketed: false,
    }))
    .filter(({ content }) => plainlyResponsible(content));
  const outside = brackets.filter(
    ({ start }) => !sentences.some((place) => place.start <= start && start < place.end),
  );
  return [...outside, ...sentences].sort((a, b) => a.start - b.start);
}

const pairs: Record<string, string> = {
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '[': ']',
  '［': '］',
  '{': '}',
};
const closing = new Set(Object.values(pairs));
const isRound = (character: string): boolean => /[（(）)]/u.test(character);

/** Outermost brackets; a unit's name may hold brackets of its own: 各控股（集团）公司. */
function findBrackets(passage: string): Place[] {
  const brackets: Place[] = [];
  const open: { character: string; start: number }[] = [];
  for (let index = 0; index < passage.length; index++) {
    const character = passage[index];
    if (character in pairs) open.push({ character, start: index });
    else if (closing.has(character) && open.length > 0) {
      const last = open[open.length - 1];
      // Full-width and half-width brackets are mixed in many texts.
      if (pairs[last.character] !== character && !(isRound(last.character) && isRound(character))) continue;
      open.pop();
      const content = passage.slice(last.start + 1, index);
      if (open.length === 0) brackets.push({ start: last.start, end: index + 1, content, bracketed: true });
    }
  }
  return brackets;
}

function endsStatement(passage: string, start: number, end: number): boolean {
  const before = passage.slice(0, start).trimEnd();
  const after = passage.slice(end).trimStart();
  return (
    before === '' || /[。｡；;！!）)】〕]$/u.test(before) || after === '' || /^[。｡；;（(【〔]/u.test(after)
  );
}

/** What a bracket says about roles, or undefined when it says something else. */
function readRoles(content: string): Roles | undefined {
  const { parts, due } = splitStatements(content.replace(labelInside, '；'));
  if (parts.length === 0) return due === undefined ? undefined : { lead: [], participate: [], due };
  const statements = parts.map((part) => readLabelled(part) ?? readPhrases(part));
  if (statements.includes(undefined)) return undefined;
  const known = statements.filter((statement) => statement !== undefined);
  const explicitLead = known.some((statement) => statement.lead.length > 0);
  const answering = known.flatMap((statement) => statement.answering);
  return {
    lead: [...known.flatMap((statement) => statement.lead), ...(explicitLead ? [] : answering)],
    participate: [...(explicitLead ? answering : []), ...known.flatMap((statement) => statement.participate)],
    ...(answering.length > 0 && { answering }),
    ...(due !== undefined && { due }),
  };
}

/** A part with neither label nor role goes on the list before it: 责任单位：市商务委等；各区政府. */
function splitStatements(content: string): { parts: string[]; due?: string } {
  const parts: string[] = [];
  let due: string | undefined;
  for (const part of content.split(/[；;。｡]/u).map((text) => text.trim())) {
    const { rest, due: until } = takeDue(part);
    due ??= until;
    if (rest === '') continue;
    if (parts.length === 0 || label.test(rest) || role.test(rest)) parts.push(rest);
    else parts[parts.length - 1] += `、${rest}`;
  }
  return { parts, due };
}

/** “市科委负责，2023年底前完成” without its time. */
function takeDue(part: string): { rest: string; due?: string } {
  const kept: string[] = [];
  let due: string | undefined;
  for (const piece of part.split(/[，,]|\s+(?=\S*[:：])/u)) {
    const until = dueIn(piece.trim());
    if (until === undefined) kept.push(piece);
    else due ??= until;
  }
  return due === undefined ? { rest: part } : { rest: kept.join('，').trim(), due };
}

/** `answering`: 责任单位, who lead unless the bracket names a 牵头单位 beside them. */
interface Statement {
  lead: string[];
  participate: string[];
  answering: string[];
}

function readLabelled(part: string): Statement | undefined {
  const match = label.exec(part);
  if (!match) return undefined;
  const answers = answersFor.test(match[1]);
  const phrased = readPhrases(match[2]);
  if (phrased && answers && phrased.lead.length === 0 && phrased.answering.length === 0)
    return { lead: [], answering: phrased.participate, participate: [] };
  if (phrased) return phrased;
  const units = splitUnits(match[2]);
  if (units.length === 0 || !units.every(mayBeUnit)) return undefined;
  if (ledBy.test(match[1])) return { lead: units, answering: [], participate: [] };
  if (answers) return { lead: [], answering: units, participate: [] };
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
    if (units.length === 0 || !units.every(sureRole.test(phrase) ? mayBeUnit : isPlainlyUnit))
      return undefined;
    const leads = saysLead.test(phrase) || partners.length > 0;
    // “由A牵头，会同B组织实施”: nobody stands before 会同, A was named already.
    if (leads) statement.lead.push(...first);
    else (leading.test(phrase) ? statement.answering : statement.participate).push(...first);
    statement.participate.push(...partners.flat());
    rest = rest.slice(whole.length);
  }
  return statement;
}

/** Outside of brackets every name must be one for sure, or a sentence about 责任单位 would be taken for a list. */
function plainlyResponsible(content: string): boolean {
  const roles = readRoles(content);
  const units = [...(roles?.lead ?? []), ...(roles?.participate ?? [])];
  return units.length > 0 && units.every(isPlainlyUnit);
}
