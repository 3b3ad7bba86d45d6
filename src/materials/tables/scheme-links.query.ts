import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/index.js';
import { findStanding, withContent } from '../submissions/standing-submissions.js';
import {
  goalTree,
  type GoalRow,
  type Linkable,
  problemRegister,
  type ProblemRow,
  strategyCoverage,
  type StrategyRow,
} from './scheme-links.js';

export interface SchemeLinks {
  problems: ProblemRow[];
  goals: GoalRow[];
  coverage: StrategyRow[];
  /** Problems for which nobody proposes anything; goals that nothing serves; strategies without a task. */
  open: { problems: string[]; goals: string[]; strategies: string[] };
}

/** What leads from problem and goal to measure in all that was handed in. */
@Injectable()
export class SchemeLinksQuery {
  constructor(private readonly database: Database) {}

  overview(compilationId: string): Promise<SchemeLinks> {
    return this.database.read(async (reader) => {
      const standing = await findStanding(reader, compilationId, { states: ['submitted', 'accepted'] });
      const materials: Linkable[] = [];
      for await (const { id, unit, submission } of withContent(reader, standing)) {
        const { problems, goals, indicators, tasks } = submission.content;
        const holder = { unitId: unit.id, unitName: unit.shortName, form: submission.form, submissionId: id };
        materials.push({ ...holder, problems, goals, indicators, tasks });
      }
      return linksOf(materials);
    });
  }
}

function linksOf(materials: readonly Linkable[]): SchemeLinks {
  const problems = problemRegister(materials);
  const goals = goalTree(materials);
  const coverage = strategyCoverage(materials);
  const idle = <R extends { title: string; measures: unknown[] }>(rows: R[]) =>
    rows.filter(({ measures }) => measures.length === 0).map(({ title }) => title);
  const uncovered = coverage.filter(({ tasks }) => tasks === 0).map(({ strategy }) => strategy);
  return {
    problems,
    goals,
    coverage,
    open: { problems: idle(problems), goals: idle(goals), strategies: uncovered },
  };
}
