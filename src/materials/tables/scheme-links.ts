import {
  type MaterialForm,
  normaliseLabel,
  type Strategy,
  strategies,
  strategyNames,
  type Task,
} from '../content/index.js';

export interface LinkedTask extends Task {
  unitId: string;
  unitName: string;
  form: MaterialForm;
  submissionId: string;
}

export interface Linkable {
  unitId: string;
  unitName: string;
  form: MaterialForm;
  submissionId: string;
  problems: readonly { title: string; cause: string }[];
  goals: readonly { title: string }[];
  indicators: readonly { name: string }[];
  tasks: readonly Task[];
}

export interface ProblemRow {
  title: string;
  causes: string[];
  /** Short names of the units that name it. */
  namedBy: string[];
  measures: LinkedTask[];
}

export interface GoalRow {
  title: string;
  /** Every goal rolls up to 质量强市 by way of 质量强业、质量强区、质量强企 (通知一、三、（二）). */
  form: MaterialForm;
  setBy: string[];
  measures: LinkedTask[];
}

export interface StrategyRow {
  group: keyof typeof strategies;
  strategy: Strategy;
  tasks: number;
  breakthroughs: number;
}

const linked = (from: Linkable): LinkedTask[] => {
  const { unitId, unitName, form, submissionId, tasks } = from;
  return tasks.map((task) => ({
    ...task,
    owner: task.owner || unitName,
    unitId,
    unitName,
    form,
    submissionId,
  }));
};

/** The problem register: problem → cause → measure, the same problem of several units in one row (通知二、（一）). */
export function problemRegister(materials: readonly Linkable[]): ProblemRow[] {
  const rows = new Map<string, ProblemRow>();
  for (const material of materials) {
    const tasks = linked(material);
    for (const { title, cause } of material.problems) {
      const key = normaliseLabel(title);
      const row = rows.get(key) ?? { title, causes: [], namedBy: [], measures: [] };
      if (cause !== '' && !row.causes.includes(cause)) row.causes.push(cause);
      row.namedBy.push(material.unitName);
      row.measures.push(...tasks.filter(({ problem }) => normaliseLabel(problem) === key));
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** The goals below 质量强市 with the measures that serve each; an indicator that a task cites counts as a goal. */
export function goalTree(materials: readonly Linkable[]): GoalRow[] {
  const rows = new Map<string, GoalRow>();
  for (const material of materials) {
    const tasks = linked(material);
    const titles = [
      ...material.goals.map(({ title }) => title),
      ...material.indicators.map(({ name }) => name),
    ];
    for (const title of titles) {
      const label = normaliseLabel(title);
      const key = `${material.form}:${label}`;
      const row = rows.get(key) ?? { title, form: material.form, setBy: [], measures: [] };
      row.setBy.push(material.unitName);
      row.measures.push(...tasks.filter(({ goal }) => normaliseLabel(goal) === label));
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** 突出重点和全面覆盖 (通知二、（二）): how many tasks serve each strategy, and how many of them are breakthroughs. */
export function strategyCoverage(materials: readonly Linkable[]): StrategyRow[] {
  const tasks = materials.flatMap(({ tasks: own }) => own);
  const groupOf = (strategy: Strategy) =>
    (Object.keys(strategies) as (keyof typeof strategies)[]).find((group) =>
      (strategies[group] as readonly string[]).includes(strategy),
    )!;
  return strategyNames.map((strategy) => {
    const serving = tasks.filter((task) => task.strategies.includes(strategy));
    const breakthroughs = serving.filter(({ breakthrough }) => breakthrough).length;
    return { group: groupOf(strategy), strategy, tasks: serving.length, breakthroughs };
  });
}
