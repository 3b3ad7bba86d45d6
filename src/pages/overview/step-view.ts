import { formatDateTime } from '../../calendar/index.js';
import { type Advanced } from '../../compilation/index.js';
import { type ActPreview, type Effect, shippedCharts } from '../../engine/index.js';
import { type PlanDefinition } from '../../../workflows/index.js';
import { foreseenMails } from '../words/foreseen-mails.js';

/** The effects of a step in numbers, found out by doing it and taking it back. */
export function effectsView(
  { result: { state, draftVersion }, effects, transitions, timers }: ActPreview<Advanced>,
  before: string | null,
  plan: PlanDefinition,
) {
  const jobs = effects.filter((effect) => effect.kind !== 'mail');
  return {
    state: plan.stateTitles[state] ?? state,
    frozen: draftVersion !== before ? draftVersion : null,
    ...foreseenMails(effects),
    timers: timers === null ? null : timerTexts[timers],
    moved: movedOf(transitions, plan),
    jobs: [...new Map(jobs.map(jobLine).map((line) => [`${line.title}${line.at}`, line])).values()],
  };
}

const timerTexts = {
  held: '提醒、催报和各项定时事项全部暂停，恢复编制后继续；已经排队的邮件暂不寄出，恢复后仍然适用的再寄',
  released: '暂停的提醒、催报和定时事项继续办理，暂停期间到期的立即补办',
  ended:
    '尚未到期的提醒、催报和定时事项全部取消；已经排队的邮件中，回执等告知结果的照常寄出，要求办理的不再寄出',
};

/** Obligations issued, opinions frozen and the like: each counted by what happens to it. */
function movedOf(transitions: ActPreview<Advanced>['transitions'], plan: PlanDefinition) {
  const others = transitions.filter((move) => move.definition !== plan.id);
  return countsBy(others, ({ definition, to }) => {
    const found = shippedCharts().find(({ id }) => id === definition);
    return `${found?.title ?? definition}→${found?.stateTitles[to] ?? to}`;
  });
}

function countsBy<T>(items: readonly T[], nameOf: (item: T) => string): { title: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts].map(([title, count]) => ({ title, count }));
}

/** By the kind of the job. */
const jobTitles: Record<string, string> = {
  timer: '到期自动办理下一步',
  reminders: '按提醒阶梯逐家寄发通知和提醒，此后每个工作日检查一次',
  packet: '生成报批材料',
};

const jobLine = ({ kind, dueAt }: Effect) => ({
  title: jobTitles[kind] ?? '定时事项',
  at: formatDateTime(dueAt),
});
