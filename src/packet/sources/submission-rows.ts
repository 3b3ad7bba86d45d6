import { dateOf, formatDate } from '../../calendar/index.js';
import { type AcceptedSubmission, amountsOf, type MaterialContent } from '../../materials/index.js';
import { type Column, heading, note, paragraph, paragraphs, table, tableTitle } from './rows.js';

const indicatorColumns: Column[] = [
  { title: '指标', width: 2200 },
  { title: '单位', width: 900 },
  { title: '基期值', width: 1000 },
  { title: '2025年', width: 1000 },
  { title: '2035年', width: 1000 },
  { title: '数据来源', width: 1600 },
  { title: '测算方法', width: 1144 },
];
const taskColumns: Column[] = [
  { title: '任务', width: 2000 },
  { title: '对应目标', width: 1500 },
  { title: '对应问题', width: 1500 },
  { title: '时间表', width: 1300 },
  { title: '路线图', width: 1644 },
  { title: '责任单位', width: 900 },
];
const sourceColumns: Column[] = [
  { title: '数据', width: 4422 },
  { title: '来源', width: 4422 },
];

/** One accepted submission as it was frozen: its texts, then its tables, then what vouches for it. */
export function* submissionRows(submission: AcceptedSubmission): Generator<object> {
  const { topic, parts, content, files, frozenAt, sha256 } = submission;
  if (topic !== null) yield paragraph(`研究方向：${topic}`);
  for (const [index, part] of parts.entries()) {
    yield heading(3, `${index + 1}.${part.title}`);
    yield* paragraphs(part.text);
  }
  yield* tables(content);
  const scans = files.filter(({ kind }) => kind === 'coverLetter').length;
  const letter = scans === 0 ? '未附盖章报送函扫描件' : '附盖章报送函扫描件';
  yield note(`报送日期：${formatDate(dateOf(frozenAt))}；${letter}；报送内容SHA-256：${sha256}`);
}

function* tables({ indicators, tasks, checklist, sources }: MaterialContent): Generator<object> {
  if (indicators.length > 0) {
    yield tableTitle('量化指标');
    yield* table(indicatorColumns, indicators.map(indicatorCells));
  }
  if (tasks.length > 0) {
    yield tableTitle('任务、时间表和路线图');
    yield* table(taskColumns, tasks.map(taskCells));
  }
  const { replicable, referable, scalable } = checklist;
  for (const [title, text] of Object.entries({ 可复制: replicable, 可借鉴: referable, 可推广: scalable })) {
    if (text !== '') yield paragraph(`${title}：${text}`);
  }
  if (sources.length > 0) {
    yield tableTitle('数据来源');
    yield* table(
      sourceColumns,
      sources.map(({ item, source }) => [item, source]),
    );
  }
}

function indicatorCells(indicator: MaterialContent['indicators'][number]): string[] {
  const { name, unit, source, method } = indicator;
  const { baseline, value2025, value2035 } = amountsOf(indicator);
  const [base, by2025, by2035] = [baseline, value2025, value2035].map((amount) => amount?.text ?? '');
  return [name, unit, base, by2025, by2035, source, method];
}

function taskCells(task: MaterialContent['tasks'][number]): string[] {
  const { title, goal, problem, timetable, milestones, owner } = task;
  const route = milestones.map(({ by, result }) => `${by}：${result}`).join('\n');
  return [title, goal, problem, timetable, route, owner === '' ? '本单位' : owner];
}
