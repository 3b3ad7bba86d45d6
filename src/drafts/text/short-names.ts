import { wordingOf, type DraftText } from './clause.js';

/** What is wrong with a defined short name (以下简称…), for a person to look at. */
export interface ShortNameFault {
  shortName: string;
  kind: 'used-before' | 'defined-twice' | 'unused';
  /** The clause's label, '' for what stands before the first clause. */
  label: string;
  message: string;
}

/** （以下简称《实施方案》）, （以下简称“市质量办”）, （以下称市质量办）. */
const definition = /[（(]以下(?:统)?(?:简)?称(?:为)?[“"]?([^）)“”"，。；]{2,30}?)[”"]?[）)]/gu;

interface Passage {
  label: string;
  text: string;
}

interface Definition {
  shortName: string;
  /** Where the definition begins and ends in the whole text. */
  from: number;
  to: number;
  label: string;
}

/**
 * A short name is defined once, where the full name first stands, and used from there on (通知：“以下简称《实施方案》”).
 * The title does not count: it names the document in full before anything is defined.
 */
export function shortNameFaults({ head, clauses, foot }: Omit<DraftText, 'title'>): ShortNameFault[] {
  const passages = [
    ...head.map((text) => ({ label: '', text })),
    ...clauses.flatMap((clause) => wordingOf(clause).map((text) => ({ label: clause.label, text }))),
    ...foot.map((text) => ({ label: '', text })),
  ];
  const whole = passages.map(({ text }) => text).join('\n');
  const definitions = definitionsIn(passages);
  return definitions.flatMap((defined, index) =>
    faultsOf(defined, whole, passages, definitions.slice(0, index)),
  );
}

function definitionsIn(passages: readonly Passage[]): Definition[] {
  const found: Definition[] = [];
  let start = 0;
  for (const { label, text } of passages) {
    for (const match of text.matchAll(definition)) {
      const from = start + match.index;
      found.push({ shortName: match[1], from, to: from + match[0].length, label });
    }
    start += text.length + 1;
  }
  return found;
}

function faultsOf(
  { shortName, from, to, label }: Definition,
  whole: string,
  passages: readonly Passage[],
  earlier: readonly Definition[],
): ShortNameFault[] {
  const fault = (kind: ShortNameFault['kind'], where: string, message: string) => [
    { shortName, kind, label: where, message },
  ];
  const place = (at: string) => (at === '' ? '正文之前' : `“${at}”`);
  const first = earlier.find((other) => other.shortName === shortName);
  if (first !== undefined) {
    const message = `简称“${shortName}”在${place(first.label)}已经规定，${place(label)}又规定一次；请只保留第一处。`;
    return fault('defined-twice', label, message);
  }
  const used = whole.indexOf(shortName);
  if (used < from) {
    const where = labelAt(passages, used);
    const message = `简称“${shortName}”在${place(where)}已经使用，到${place(label)}才规定；请把规定移到第一次出现之处。`;
    return fault('used-before', where, message);
  }
  if (whole.includes(shortName, to)) return [];
  return fault('unused', label, `规定了简称“${shortName}”，此后没有使用；请改用简称或者删去规定。`);
}

function labelAt(passages: readonly Passage[], position: number): string {
  let end = 0;
  return passages.find(({ text }) => (end += text.length + 1) > position)?.label ?? '';
}
