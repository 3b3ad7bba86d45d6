import { bodyRows } from './body-rows.js';
import { type Findings, quote } from './findings.js';
import { type Milestone, readMilestones } from './read-milestones.js';
import { possibleHeads, type TableHead, type TableRows } from './table-head.js';
import { yearsIn } from './years.js';

interface Column {
  key: string;
  pattern: RegExp;
  /** Without it the table is another one. */
  required?: boolean;
}

type Places = ReadonlyMap<string, number>;

interface FoundTable {
  head: TableHead;
  places: Places;
}

/** A column goes to the first pattern that fits, so narrow patterns stand before wide ones. */
function placeColumns(titles: readonly string[], columns: readonly Column[]): Places | null {
  const places = new Map<string, number>();
  for (const { key, pattern, required } of columns) {
    const taken = new Set(places.values());
    const place = titles.findIndex((title, index) => !taken.has(index) && pattern.test(title));
    if (place !== -1) places.set(key, place);
    else if (required === true) return null;
  }
  return places;
}

function findTable(table: TableRows, columns: readonly Column[]): FoundTable | null {
  for (const head of possibleHeads(table).slice(0, 2)) {
    const places = placeColumns(head.titles, columns);
    if (places !== null) return { head, places };
  }
  return null;
}

function readRecords(
  table: TableRows,
  columns: readonly Column[],
  place: string,
  findings: Findings,
): { cell: (key: string) => string; cells: readonly string[]; head: TableHead; place: string }[] | null {
  const found = findTable(table, columns);
  if (found === null) return null;
  return bodyRows(table, found.head, place, findings).map((row) => ({
    cell: (key) => (row.cells[found.places.get(key) ?? -1] ?? '').trim(),
    cells: row.cells,
    head: found.head,
    place: row.place,
  }));
}

export interface ReadTask {
  title: string;
  goal: string;
  problem: string;
  timetable: string;
  milestones: Milestone[];
  owner: string;
}

const numbers = /^(?:序号|编号|序)$/u;
const taskColumns: Column[] = [
  { key: 'number', pattern: numbers },
  { key: 'goal', pattern: /目标(?!值)/u },
  { key: 'problem', pattern: /问题|短板/u },
  {
    key: 'milestones',
    pattern: /路线图|节点|里程碑|阶段|步骤|年度(?:安排|计划|任务)|分年度|推进(?:计划|安排)|实施计划/u,
  },
  { key: 'timetable', pattern: /时间|进度|期限|时限|周期|工期|年限|起止|完成(?:日期|年)|年度/u },
  { key: 'owner', pattern: /责任|单位|牵头|部门|主体/u },
  { key: 'title', pattern: /任务|项目|工程|行动|事项/u },
  { key: 'detail', pattern: /举措|措施|工作|做法|内容/u },
];

/** The tasks of a table; null when it is none of tasks: it names tasks, and when they are done. */
export function readTasks(table: TableRows, place: string, findings: Findings): ReadTask[] | null {
  const found = findTable(table, taskColumns);
  if (found === null) return null;
  const { titles } = found.head;
  const used = new Set(found.places.values());
  const years = titles.flatMap((title, index) =>
    used.has(index) || yearsIn(title).length !== 1 ? [] : [index],
  );
  const timed = found.places.has('timetable') || found.places.has('milestones') || years.length > 1;
  const titled = found.places.has('title') || found.places.has('detail');
  if (!titled || !timed || titles.some((title) => /指标/u.test(title))) return null;
  titles.forEach((title, index) => {
    if (used.has(index) || years.includes(index) || numbers.test(title)) return;
    const texts = table
      .slice(found.head.bodyFrom)
      .map((row) => (row[index] ?? '').trim())
      .filter((text) => text !== '');
    if (texts.length > 0)
      findings.leaveOut(
        place,
        `“${title || `第${index + 1}列`}”一栏：${quote([...new Set(texts)].join('、'))}`,
      );
  });
  let before = '';
  return (readRecords(table, taskColumns, place, findings) ?? []).map(({ cell, cells, place: where }) => {
    const named = cell('title');
    const [title, merged] = titleOf(named, cell('detail'), before);
    if (named !== '') before = named;
    if (merged) findings.doubt(where, `没有任务名称，按上一行的“${quote(before)}”读入，请核对`);
    const byYear = years.flatMap((index) => {
      const result = (cells[index] ?? '').trim();
      return result === '' ? [] : [{ by: String(yearsIn(titles[index])[0]), result }];
    });
    const milestones = [...readMilestones(cell('milestones')), ...byYear];
    return {
      title,
      goal: cell('goal'),
      problem: cell('problem'),
      timetable: cell('timetable'),
      milestones,
      owner: cell('owner'),
    };
  });
}

/** 任务 with its 举措; a task whose cell is merged over several rows stands above each of its measures. */
function titleOf(title: string, detail: string, before: string): [title: string, merged: boolean] {
  const own = title === '' ? before : title;
  if (detail === '') return [own, title === ''];
  return [own === '' ? detail : `${own}：${detail}`, false];
}

export function readProblems(
  table: TableRows,
  place: string,
  findings: Findings,
): { title: string; cause: string }[] | null {
  const columns: Column[] = [
    { key: 'cause', pattern: /原因|症结|成因/u, required: true },
    { key: 'title', pattern: /问题|不足|短板|瓶颈/u, required: true },
  ];
  const rows = readRecords(table, columns, place, findings);
  return rows?.map(({ cell }) => ({ title: cell('title'), cause: cell('cause') })) ?? null;
}

export function readSources(
  table: TableRows,
  place: string,
  findings: Findings,
): { item: string; source: string }[] | null {
  const columns: Column[] = [
    { key: 'source', pattern: /来源|出处/u, required: true },
    { key: 'item', pattern: /数据|内容|名称|指标/u, required: true },
  ];
  const rows = readRecords(table, columns, place, findings);
  return rows?.map(({ cell }) => ({ item: cell('item'), source: cell('source') })) ?? null;
}
