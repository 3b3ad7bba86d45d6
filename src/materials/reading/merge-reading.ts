import { type MaterialContent, type MaterialForm, partsOf, partTitles } from '../content/index.js';

export interface MergedReading {
  content: MaterialContent;
  /** What was taken from the document. */
  filled: string[];
  /** What the unit had already entered and was therefore left as it is. */
  kept: string[];
}

const listTitles = {
  problems: '问题清单',
  goals: '目标清单',
  indicators: '指标表',
  tasks: '任务表',
  sources: '数据来源',
} as const;
const checklistTitles = { replicable: '可复制', referable: '可借鉴', scalable: '可推广' } as const;

/**
 * Adds what was read from an upload to what has been entered. Entered text wins unless the unit asked for it to be
 * replaced; what the document does not have is never emptied.
 */
export function mergeReading(
  form: MaterialForm,
  entered: MaterialContent,
  read: MaterialContent,
  replace: boolean,
): MergedReading {
  const content = structuredClone(entered);
  const filled: string[] = [];
  const kept: string[] = [];
  const take = <T extends object, K extends keyof T>(to: T, from: T, key: K, title: string) => {
    if (isEmpty(from[key])) return;
    const takes = replace || isEmpty(to[key]);
    if (takes) to[key] = from[key];
    (takes ? filled : kept).push(title);
  };
  for (const key of partsOf(form)) take(content.parts, read.parts, key, partTitles[key]);
  take(content, read, 'title', '题目');
  for (const key of keysOf(listTitles)) take(content, read, key, listTitles[key]);
  for (const key of keysOf(checklistTitles)) {
    take(content.checklist, read.checklist, key, checklistTitles[key]);
  }
  return { content, filled, kept };
}

const isEmpty = (value: unknown): boolean => (Array.isArray(value) ? value.length === 0 : value === '');
const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[];
