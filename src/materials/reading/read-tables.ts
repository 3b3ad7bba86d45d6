import { type Column, readRows, type TableRows } from './table-columns.js';
import { type Milestone, readAmount, readMilestones, splitUnit } from './read-cells.js';

export interface ReadIndicator {
  name: string;
  unit: string;
  bound: '' | '≥' | '≤';
  baseline: string;
  value2025: string;
  value2035: string;
  source: string;
  method: string;
}

const indicatorColumns: Column[] = [
  { key: 'value2025', pattern: /2025/, required: true },
  { key: 'value2035', pattern: /2035/, required: true },
  { key: 'baseline', pattern: /基期|20[12]\d|现值|现状/ },
  { key: 'source', pattern: /来源|出处|依据/ },
  { key: 'method', pattern: /方法|口径|说明/ },
  { key: 'name', pattern: /指标|名称|目标|内容/, required: true },
  { key: 'unit', pattern: /^(?:计量)?单位$/ },
];

export function readIndicators(table: TableRows): ReadIndicator[] {
  return readRows(table, indicatorColumns).map((cells) => {
    const { name, unit } = splitUnit(cells.name, cells.unit);
    const [baseline, value2025, value2035] = [cells.baseline, cells.value2025, cells.value2035].map(
      readAmount,
    );
    return {
      name,
      unit: unit || value2025.unit,
      bound: value2025.bound,
      baseline: withUnit(baseline, unit || value2025.unit),
      value2025: withUnit(value2025, unit || value2025.unit),
      value2035: withUnit(value2035, unit || value2025.unit),
      source: cells.source,
      method: cells.method,
    };
  });
}

/** A unit other than the row's is not dropped: the amount stays as written, for the examination to name. */
const withUnit = (amount: ReturnType<typeof readAmount>, unit: string): string =>
  amount.unit === '' || amount.unit === unit ? amount.figures : amount.figures + amount.unit;

export interface ReadTask {
  title: string;
  goal: string;
  problem: string;
  timetable: string;
  milestones: Milestone[];
  owner: string;
}

const taskColumns: Column[] = [
  { key: 'goal', pattern: /目标/ },
  { key: 'problem', pattern: /问题/ },
  { key: 'milestones', pattern: /路线图|节点|里程碑|阶段/ },
  { key: 'timetable', pattern: /时间|进度|期限/, required: true },
  { key: 'owner', pattern: /责任|单位|牵头/ },
  { key: 'title', pattern: /任务|举措|项目|措施/, required: true },
];

export function readTasks(table: TableRows): ReadTask[] {
  return readRows(table, taskColumns).map(({ milestones, title, goal, problem, timetable, owner }) => ({
    title,
    goal,
    problem,
    timetable,
    owner,
    milestones: readMilestones(milestones),
  }));
}

export function readProblems(table: TableRows): { title: string; cause: string }[] {
  const columns: Column[] = [
    { key: 'cause', pattern: /原因|症结/, required: true },
    { key: 'title', pattern: /问题|不足/, required: true },
  ];
  return readRows(table, columns).map(({ title, cause }) => ({ title, cause }));
}

export function readSources(table: TableRows): { item: string; source: string }[] {
  const columns: Column[] = [
    { key: 'source', pattern: /来源|出处/, required: true },
    { key: 'item', pattern: /数据|内容|名称|指标/, required: true },
  ];
  return readRows(table, columns).map(({ item, source }) => ({ item, source }));
}
