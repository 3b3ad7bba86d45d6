import { type MaterialContent, type Task } from './material-content.js';
import { readMilestoneDate } from './milestone-date.js';
import { normaliseLabel } from './normalise-label.js';

type Linked = Pick<MaterialContent, 'problems' | 'goals' | 'indicators' | 'tasks'>;

const keysOf = (labels: string[]): Set<string> =>
  new Set(labels.map(normaliseLabel).filter((key) => key !== ''));

/**
 * 通知二、（一）、（三）: a task answers a goal and a problem that the unit itself has named, and has 时间表 and 路线图.
 * A citation of something that is not listed would break the line from problem to measure.
 */
export function taskFaults({ problems, goals, indicators, tasks }: Linked): string[] {
  const faults: string[] = [];
  const problemKeys = keysOf(problems.map(({ title }) => title));
  const goalKeys = keysOf([...goals.map(({ title }) => title), ...indicators.map(({ name }) => name)]);
  if (problemKeys.size === 0) faults.push('“存在问题和不足”没有逐条列出问题');
  if (tasks.length === 0) faults.push('“任务与举措”没有逐条列出任务');
  tasks.forEach((task, index) => {
    const name = task.title === '' ? `第${index + 1}项任务` : `任务“${task.title}”`;
    const found = [
      ...faultsOf(task),
      citationFault('目标', '所列的目标或者指标', task.goal, goalKeys),
      citationFault('问题', '所列的问题', task.problem, problemKeys),
    ];
    faults.push(...found.filter((fault) => fault !== '').map((fault) => name + fault));
  });
  return faults;
}

function faultsOf(task: Task): string[] {
  const undated = task.milestones.find(({ by }) => readMilestoneDate(by) === null);
  return [
    task.title === '' ? '没有名称' : '',
    task.timetable === '' ? '没有时间表' : '',
    task.milestones.length === 0 ? '没有路线图（至少一个时间节点及其成果）' : '',
    undated === undefined ? '' : `的时间节点“${undated.by}”不是年份或者年月，应写作2023或者2023-06`,
    task.milestones.some(({ result }) => result === '') ? '有时间节点没有写明成果' : '',
  ];
}

function citationFault(what: string, among: string, cited: string, known: Set<string>): string {
  if (cited === '') return `没有注明所对应的${what}`;
  return known.has(normaliseLabel(cited)) ? '' : `所对应的${what}“${cited}”不在${among}之中`;
}

/** What does not hold the unit back but ought to be seen: goals and problems that lead nowhere. */
export function linkWarnings({ problems, goals, tasks }: Linked): string[] {
  const answered = keysOf(tasks.map(({ problem }) => problem));
  const served = keysOf(tasks.map(({ goal }) => goal));
  const open = problems.filter(({ title }) => title !== '' && !answered.has(normaliseLabel(title)));
  const idle = goals.filter(({ title }) => title !== '' && !served.has(normaliseLabel(title)));
  const causeless = problems.filter(({ title, cause }) => title !== '' && cause === '');
  return [
    ...open.map(({ title }) => `问题“${title}”没有对应的任务与举措`),
    ...idle.map(({ title }) => `目标“${title}”没有对应的任务与举措`),
    ...causeless.map(({ title }) => `问题“${title}”没有分析原因`),
  ];
}
