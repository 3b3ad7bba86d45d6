import { type MaterialContent, type MaterialForm, partsOf } from '../../materials/index.js';

/** What a form sends: single fields as texts, ticked boxes of one name as a list. */
export type Fields = Record<string, string | string[]>;

const one = (fields: Fields, name: string): string => [fields[name] ?? ''].flat()[0] ?? '';
const many = (fields: Fields, name: string): string[] => [fields[name] ?? []].flat();

interface Row<K extends string> {
  /** What the names of its fields begin with: `indicator-0`. */
  at: string;
  cells: Record<K, string>;
}

/** The rows of one list, `indicator-0-name` and so on; a row in which nothing was entered is no row. */
function rowsOf<K extends string>(fields: Fields, list: string, keys: readonly K[]): Row<K>[] {
  const pattern = new RegExp(`^${list}-(\\d+)-`);
  const numbers = Object.keys(fields).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return [...new Set(numbers)]
    .sort((a, b) => Number(a) - Number(b))
    .map((number) => {
      const at = `${list}-${number}`;
      const cells = keys.map((key) => [key, one(fields, `${at}-${key}`).trim()] as const);
      return { at, cells: Object.fromEntries(cells) as Record<K, string> };
    })
    .filter(({ cells }) => keys.some((key) => cells[key] !== '' && key !== 'bound'));
}

/** What was typed, over what is saved: a field that the form does not have stays as it is. */
export function contentFrom(fields: Fields, form: MaterialForm, saved: MaterialContent): object {
  const parts = Object.fromEntries(partsOf(form).map((key) => [key, one(fields, `part-${key}`)]));
  const common = {
    ...saved,
    parts: { ...saved.parts, ...parts },
    attested: one(fields, 'attested') === 'yes',
  };
  return form === 'research' ? { ...common, ...reportFrom(fields) } : { ...common, ...listsFrom(fields) };
}

function listsFrom(fields: Fields): object {
  const plain = <K extends string>(list: string, keys: readonly K[]) =>
    rowsOf(fields, list, keys).map(({ cells }) => cells);
  return {
    problems: plain('problem', ['title', 'cause']),
    goals: plain('goal', ['title']),
    indicators: plain('indicator', indicatorKeys),
    tasks: rowsOf(fields, 'task', taskKeys).map(({ at, cells }) => ({
      ...cells,
      milestones: milestonesFrom(cells.milestones),
      breakthrough: one(fields, `${at}-breakthrough`) === 'yes',
      strategies: many(fields, `${at}-strategies`),
    })),
  };
}

const indicatorKeys = [
  'name',
  'unit',
  'bound',
  'baseline',
  'value2025',
  'value2035',
  'source',
  'method',
] as const;
const taskKeys = ['title', 'goal', 'problem', 'timetable', 'milestones', 'owner'] as const;

function reportFrom(fields: Fields): object {
  const topic = one(fields, 'topic');
  const answers = ['replicable', 'referable', 'scalable'].map((key) => [
    key,
    one(fields, `checklist-${key}`),
  ]);
  return {
    topic: topic === '' ? null : topic === 'outside' ? topic : Number(topic),
    title: one(fields, 'title'),
    checklist: Object.fromEntries(answers) as object,
    sources: rowsOf(fields, 'source', ['item', 'source']).map(({ cells }) => cells),
  };
}

const dated = /^(20\d{2}[^：:，,、\s]{0,8})[：:，,、\s]+(.*)$/;

/** One a line, “2023年6月：建成平台”; a line without a date is kept for the unit to date. */
export function milestonesFrom(text: string): { by: string; result: string }[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const match = dated.exec(line);
      return match ? { by: match[1], result: match[2] } : { by: '', result: line };
    });
}

export const milestoneText = (milestones: readonly { by: string; result: string }[]): string =>
  milestones.map(({ by, result }) => (by === '' ? result : `${by}：${result}`)).join('\n');
