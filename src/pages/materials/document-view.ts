import {
  amountsOf,
  type MaterialContent,
  type MaterialForm,
  partsOf,
  partTitles,
} from '../../materials/index.js';
import { countCharacters } from '../../platform/index.js';

/** A comment that begins with a part's title belongs beside that part: “目标：……”. */
const splitComment = (comment: string): { part: string | null; text: string } => {
  const title = Object.values(partTitles).find((known) => comment.startsWith(`${known}：`));
  return title === undefined
    ? { part: null, text: comment }
    : { part: title, text: comment.slice(title.length + 1) };
};

export const commentOn = (title: string, text: string): string => `${title}：${text}`;

/** A unit's material as a document: its parts with the comments beside them, then its lists. */
export function documentView(form: MaterialForm, content: MaterialContent, comments: readonly string[]) {
  const split = comments.map(splitComment);
  const parts = partsOf(form).map((key) => ({
    key,
    title: partTitles[key],
    text: content.parts[key],
    characters: countCharacters(content.parts[key]),
    comments: split.filter(({ part }) => part === partTitles[key]).map(({ text }) => text),
  }));
  const shown = new Set(parts.map(({ title }) => title as string | null));
  return {
    research: form === 'research',
    title: content.title,
    parts,
    general: split.filter(({ part }) => !shown.has(part)).map(({ text }) => text),
    problems: content.problems.map(({ title, cause }) => ({ title, cause })),
    goals: content.goals.map(({ title }) => title),
    indicators: content.indicators.map(indicatorView),
    tasks: content.tasks.map(taskView),
    checklist: checklistView(form, content),
    sources: content.sources.map(({ item, source }) => ({ item, source })),
    attested: content.attested,
  };
}

const indicatorView = (indicator: MaterialContent['indicators'][number]) => {
  const { name, unit, source } = indicator;
  const { baseline, value2025, value2035 } = amountsOf(indicator);
  const [base, by2025, by2035] = [baseline, value2025, value2035].map((amount) => amount?.text ?? '—');
  return { name, unit, baseline: base, value2025: by2025, value2035: by2035, source };
};

const taskView = (task: MaterialContent['tasks'][number]) => ({
  title: task.title,
  goal: task.goal,
  problem: task.problem,
  timetable: task.timetable,
  owner: task.owner,
  breakthrough: task.breakthrough,
  strategies: [...task.strategies],
  milestones: task.milestones.map(({ by, result }) => ({ by, result })),
});

function checklistView(form: MaterialForm, { checklist }: MaterialContent) {
  if (form !== 'research') return [];
  return [
    { title: '可复制', text: checklist.replicable },
    { title: '可借鉴', text: checklist.referable },
    { title: '可推广', text: checklist.scalable },
  ];
}
