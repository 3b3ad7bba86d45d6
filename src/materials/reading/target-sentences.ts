import { readAmount } from '../content/index.js';
import { isTargetYear, type TargetYear, withYearsInFigures } from './years.js';

export interface SentenceTarget {
  name: string;
  year: TargetYear;
  /** The amount as written. */
  text: string;
}

export interface ReadSentences {
  targets: SentenceTarget[];
  /** Clauses that state a figure for a target year and were not understood. */
  unread: string[];
}

const yearPhrase =
  /(?:力争|争取|预计|计划)?(?:到|至|在|截至)?(20\d{2})(?:年)?(?:底|末|年底|年末)?(?:前|时)?[:：,，]?/u;
/** Words between a name and its amount; the amount is read with them. */
const verbs =
  /(?:力争|争取|确保|预计|将|均|分别|基本)*(?:达到|达|(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|压减|缩短)(?:到|至)|增至|升至|降至|降到|(?:保持|稳定|维持|控制)在|不低于|不少于|不小于|不高于|不超过|不大于|至少|超过|突破|大于|小于|高于|低于|少于|约为|约|≥|≤|≧|≦|>=|<=|>|<|建成|培育|形成|拥有|累计|完成|实现|新增|年均|提高|提升|增长|增加|上升|下降|降低|减少|翻|为|:)/gu;
const longestName = 40;
/** No longer clause states one target. */
const longestClause = 200;

interface Context {
  years: number[];
  /** Names stated for the years before, in their order: “分别达到” speaks of them. */
  names: string[];
  known: string[];
}

/**
 * Targets that a sentence states: 到2025年，产品合格率达到60%以上，到2035年达到75%以上.
 * @param subject what the sentence speaks of, where a table names it beside the sentence
 */
export function readTargetSentences(text: string, subject = ''): ReadSentences {
  const read: ReadSentences = { targets: [], unread: [] };
  const context: Context = { years: [], names: [], known: subject === '' ? [] : [subject] };
  const folded = withYearsInFigures(text).replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  const yearsBehind = folded.replace(
    /([^,，;；。、:：()]*\d[^,，;；。、()]*)[（(](20\d{2})年[^)）]*[)）]/gu,
    (_match, amount: string, year: string) => `到${year}年${amount}`,
  );
  for (const clause of yearsBehind.split(/[,，;；。\n]/u))
    readClause(clause.replace(/\s+/gu, ''), context, read);
  return read;
}

function readClause(clause: string, context: Context, read: ReadSentences): void {
  const phrase = yearPhrase.exec(clause);
  const years = [...clause.matchAll(/(20\d{2})年?/gu)].map(([, year]) => Number(year)).filter(isTargetYear);
  const own = years.length > 0 ? years : phrase ? [Number(phrase[1])] : [];
  if (own.length > 0) {
    if (own.join() !== context.years.join()) {
      context.known = context.names.length > 0 ? context.names : context.known;
      context.names = [];
    }
    context.years = own;
  }
  const rest =
    own.length > 1
      ? clause.replace(/^.*20\d{2}(?:年)?(?:底|末)?/u, '')
      : phrase
        ? clause.slice(0, phrase.index) + clause.slice(phrase.index + phrase[0].length)
        : clause;
  const targetYearsHere = context.years.filter(isTargetYear);
  if (targetYearsHere.length === 0 || !/[\d番倍]/u.test(rest)) return;
  if (rest.length > longestClause) {
    read.unread.push(clause);
    return;
  }
  const found = /分别/u.test(rest)
    ? readEach(rest, targetYearsHere, context)
    : readOne(rest, targetYearsHere, context);
  if (found.length === 0) read.unread.push(clause);
  read.targets.push(...found);
}

/** “合格率达到60%以上”, or only “达到75%以上” of what the sentence spoke of before. */
function readOne(rest: string, years: TargetYear[], context: Context): SentenceTarget[] {
  for (const { index } of [...rest.matchAll(verbs), ...amountStarts(rest)]) {
    const name = cleanName(rest.slice(0, index));
    const text = rest.slice(index).replace(/^(?:力争|将|均|:)+/u, '');
    const amount = readAmount(text);
    if (amount === null || amount.kind === 'qualitative') continue;
    const subject = name === '' ? (context.known.length === 1 ? context.known[0] : '') : name;
    if (subject === '') return [];
    if (Array.from(subject).length > longestName || /^\d/u.test(subject)) continue;
    if (years.length !== 1) return [];
    if (!context.names.includes(subject)) context.names.push(subject);
    return [{ name: subject, year: years[0], text }];
  }
  return [];
}

const amountStarts = (rest: string) => [...rest.matchAll(/(?<![\d.])\d/gu)].slice(0, 1);

/** “合格率分别达到60%和75%” for two years, “分别达到60%、75%” for two names. */
function readEach(rest: string, years: TargetYear[], context: Context): SentenceTarget[] {
  const [before, after = ''] = rest.split('分别');
  const texts = after.split(/[、和与及]/u).map((text) => text.replace(/^(?:为|达到|达|提高到|提升至)/u, ''));
  if (texts.some((text) => (readAmount(text)?.kind ?? 'qualitative') === 'qualitative')) return [];
  const named = cleanName(before)
    .split(/[、和与及]/u)
    .filter((name) => name !== '');
  const names = named.length > 0 ? named : context.known;
  for (const name of names) if (!context.names.includes(name)) context.names.push(name);
  if (names.length === 1 && texts.length === years.length)
    return texts.map((text, index) => ({ name: names[0], year: years[index], text }));
  if (years.length === 1 && texts.length === names.length)
    return texts.map((text, index) => ({ name: names[index], year: years[0], text }));
  return [];
}

const cleanName = (text: string): string =>
  text
    .replace(/^(?:[(（]?[\d一二三四五六七八九十]+[)）.、]|[一二三四五六七八九十]是)/u, '')
    .replace(/^(?:其中|同时|并|且|使|把|将|力争|确保|实现)/u, '')
    .replace(/(?:要|应|的|在|力争|争取)$/u, '');
