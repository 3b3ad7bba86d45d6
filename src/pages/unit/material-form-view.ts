import {
  amountsOf,
  type MaterialContent,
  materialContentSchema,
  type MaterialForm,
  measureLength,
  readingOf,
  strategies,
} from '../../materials/index.js';
import { milestoneText } from './material-fields.js';

const asked: Record<string, string> = {
  currentState: '本单位（行业、区域）质量工作的基础和成效',
  shortcomings: '突出问题及其原因',
  goals: '分2025年、2035年两个时间节点',
  measures: '含时间表、路线图、责任部门',
  report: '论证数据须注明来源',
};

/** Rows to write in without a script; a script adds more. */
const emptyRows = 2;
const numerals = ['一', '二', '三', '四'];

/** The fields of the form with what they hold. @param comments why it came back; one that names a part stands at it */
export function materialFormView(
  form: MaterialForm,
  content: MaterialContent,
  comments: readonly string[] = [],
): object {
  const { parts, characters, expected } = measureLength(form, content);
  return {
    isReport: form === 'research',
    parts: parts.map(({ key, title, characters: count }, index) => ({
      key,
      heading: form === 'research' ? title : `${numerals[index]}、${title}`,
      asked: asked[key],
      comments: comments.filter((comment) => comment.includes(`“${title}”`)),
      text: content.parts[key],
      characters: count,
      rows: form === 'research' ? 24 : 8,
      problems: key === 'shortcomings' ? rowsOf(content.problems, blank.problems, problemRow) : null,
      goals:
        key === 'goals' ? rowsOf(content.goals, blank.goals, ({ title: goal }) => ({ title: goal })) : null,
      indicators: key === 'goals' ? rowsOf(content.indicators, blank.indicators, indicatorRow) : null,
      tasks: key === 'measures' ? rowsOf(content.tasks, blank.tasks, taskRow, 1) : null,
    })),
    characters,
    expected,
    attested: content.attested,
    topic: content.topic === null ? '' : String(content.topic),
    title: content.title,
    checklist: [
      { key: 'replicable', label: '可复制', text: content.checklist.replicable },
      { key: 'referable', label: '可借鉴', text: content.checklist.referable },
      { key: 'scalable', label: '可推广', text: content.checklist.scalable },
    ],
    sources: rowsOf(content.sources, blank.sources, ({ item, source }) => ({ item, source })),
  };
}

/** One empty row of each list. */
const blank = materialContentSchema.parse({
  problems: [{}],
  goals: [{}],
  indicators: [{}],
  tasks: [{}],
  sources: [{}],
});

function rowsOf<T>(
  rows: readonly T[],
  [empty]: readonly T[],
  view: (row: T) => object,
  blanks = emptyRows,
): object[] {
  const all = [...rows, ...Array.from({ length: blanks }, () => empty)];
  return all.map((row, index) => ({ index, number: index + 1, isBlank: index >= rows.length, ...view(row) }));
}

const problemRow = ({ title, cause }: MaterialContent['problems'][number]) => ({ title, cause });

function indicatorRow(row: MaterialContent['indicators'][number]): object {
  const { name, unit, bound, source, method } = row;
  const { baseline, value2025, value2035 } = amountsOf(row);
  return {
    ...{ name, unit, bound, source, method },
    baseline: String(row.baseline ?? ''),
    value2025: String(row.value2025 ?? ''),
    value2035: String(row.value2035 ?? ''),
    stated: {
      baseline: baseline?.text ?? '没有',
      value2025: value2025?.text ?? '没有',
      value2035: value2035?.text ?? '没有',
    },
    readings: [
      { label: '2020年基期', text: readingOf(baseline) },
      { label: '2025年目标', text: readingOf(value2025) },
      { label: '2035年目标', text: readingOf(value2035) },
    ].filter(({ text }) => text !== ''),
  };
}

function taskRow(row: MaterialContent['tasks'][number]): object {
  const { title, goal, problem, timetable, owner, breakthrough } = row;
  return {
    ...{ title, goal, problem, timetable, owner, breakthrough },
    milestones: milestoneText(row.milestones),
    strategies: Object.entries(strategies).map(([group, names]) => ({
      group,
      names: names.map((name) => ({ name, chosen: row.strategies.includes(name) })),
    })),
  };
}

/** Where on the page what a sentence of the examination names is filled in. */
export function anchorOf(sentence: string): string {
  const found = anchors.find(([pattern]) => pattern.test(sentence));
  return `#${found === undefined ? 'material-form' : found[1]}`;
}

const anchors: [RegExp, string][] = [
  [/量化指标|^第\d+项指标|^指标“/, 'indicators'],
  [/逐条列出问题|^问题“/, 'problems'],
  [/逐条列出任务|^第\d+项任务|^任务“/, 'tasks'],
  [/^目标“/, 'goals'],
  [/^“现状”/, 'part-currentState'],
  [/^“存在问题和不足”/, 'part-shortcomings'],
  [/^“目标”/, 'part-goals'],
  [/^“任务与举措”/, 'part-measures'],
  [/^“报告正文”/, 'part-report'],
  [/数据真实准确/, 'attested'],
  [/研究方向|课题目录中没有/, 'topic'],
  [/题目/, 'report-title'],
  [/成果的/, 'checklist'],
  [/数据来源|数据的来源/, 'sources'],
  [/报送函/, 'cover-letter'],
  [/^正文/, 'length'],
];
