import { Injectable } from '@nestjs/common';
import {
  type CalendarDate,
  CalendarShelf,
  formatDeadline,
  isLate,
  wordTimeLeft,
  workingDaysLeft,
} from '../calendar/index.js';
import {
  Chart,
  definitionOf,
  Engine,
  type GateView,
  mainPath,
  type Position,
  positionOf,
  WorkflowInstance,
} from '../engine/index.js';
import { Clock, Database, NotFound } from '../platform/index.js';
import { Compilation, type Deadline, type DraftingGroupMember } from './compilation.entity.js';
import {
  findCompilation,
  findDeadline,
  findDeadlines,
  findDraftingGroup,
  findIssues,
  findProcedures,
} from './compilation.repository.js';
import { type Issue } from './issue.entity.js';
import { type ProcedureKind } from './procedure-kinds.js';
import { type ProcedureRecord } from './procedure-record.entity.js';
import { timelinePlan } from './timeline-plan.js';

export interface DeadlineView {
  key: string;
  title: string;
  stage: string;
  event: string;
  nominal: CalendarDate;
  /** ISO 8601 in UTC. */
  effective: string;
  rule: string;
  /** Today not counted; negative when late; null when a year between has no holidays on file. */
  workingDaysLeft: number | null;
  late: boolean;
  /** “还有3个工作日”, “今天截止” or “已逾期3个工作日”. */
  leftText: string;
  /** “7月25日（星期日），顺延至7月26日（星期一）24:00” */
  text: string;
  revision: number;
}

export interface CompilationStatus {
  compilation: { id: string; title: string; documentNumber: string | null };
  state: string;
  stateTitle: string;
  draftVersion: string | null;
  next: { event: string; title: string; state: string | null } | null;
  gate: GateView['lines'];
  offered: { event: string; title: string; open: boolean }[];
}

export interface CompilationPosition {
  title: string;
  shortTitle: string;
  documentNumber: string | null;
  position: {
    state: string;
    stateTitle: string;
    /** The states of the main line in their order. */
    path: string[];
    next: { event: string; title: string } | null;
  };
}

/** Read models of one compilation, for pages, API and commands. */
@Injectable()
export class CompilationQuery {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
  ) {}

  list(): Promise<Compilation[]> {
    return this.database.read((reader) => reader.find(Compilation, { order: { id: 'ASC' } }));
  }

  /** The compilation of that id, or the only one there is. */
  async only(id?: string): Promise<Compilation> {
    if (id !== undefined) return this.database.read((reader) => findCompilation(reader, id));
    const all = await this.list();
    if (all.length === 1) return all[0];
    throw new NotFound(
      '编制项目',
      all.length === 0 ? '（尚无编制项目）' : '（有多个编制项目，请用 --compilation 指明）',
    );
  }

  deadlines(compilationId: string): Promise<DeadlineView[]> {
    return this.database.read(async (reader) => {
      const calendar = await this.shelf.load(reader);
      const now = this.clock.now();
      return (await findDeadlines(reader, compilationId)).map((deadline) => ({
        key: deadline.key,
        title: deadline.title,
        stage: deadline.stage,
        event: deadline.event,
        nominal: deadline.nominal,
        effective: new Date(deadline.effectiveAt).toISOString(),
        rule: deadline.ruleText,
        workingDaysLeft: workingDaysLeft(now, deadline.effectiveAt, calendar),
        late: isLate(now, deadline.effectiveAt),
        leftText: wordTimeLeft(now, deadline.effectiveAt, calendar),
        text: formatDeadline({ nominal: deadline.nominal, effective: deadline.effectiveAt }, now),
        revision: deadline.revision,
      }));
    });
  }

  /** One deadline with its rule, to be changed. */
  deadline(compilationId: string, key: string): Promise<Deadline> {
    return this.database.read((reader) => findDeadline(reader, compilationId, key));
  }

  /** Dates that the plan must have and that were never entered. */
  missingDeadlines(compilationId: string): Promise<{ key: string; title: string }[]> {
    return this.database.read(async (reader) => {
      const { deadlines } = await timelinePlan(reader, compilationId);
      const keys = new Set((await findDeadlines(reader, compilationId)).map(({ key }) => key));
      return Object.entries(deadlines).flatMap(([key, { title }]) => (keys.has(key) ? [] : [{ key, title }]));
    });
  }

  /** @throws NotFound for a key that neither the timeline nor the plan has */
  async deadlineTitle(compilationId: string, key: string): Promise<string> {
    const missing = (await this.missingDeadlines(compilationId)).find((one) => one.key === key);
    return missing?.title ?? (await this.deadline(compilationId, key)).title;
  }

  status(compilationId: string): Promise<CompilationStatus> {
    return this.database.read(async (reader) => {
      const { id, title, documentNumber } = await findCompilation(reader, compilationId);
      const instance = await reader.findOneByOrFail(WorkflowInstance, { id });
      const definition = definitionOf(instance.definition);
      const chart = Chart.restore(definition, instance.snapshot);
      const next = await this.engine.nextStep(reader, id);
      const gates = await this.engine.gates(reader, id);
      const gate = gates.find((view) => view.event === next?.event);
      return {
        compilation: { id, title, documentNumber },
        state: chart.state,
        stateTitle: definition.stateTitles[chart.state],
        draftVersion: chart.context.draftVersion as string | null,
        next: next === null ? null : { ...next, state: chart.target(next.event) },
        gate: gate?.lines ?? [],
        offered: gates.map((view) => ({ event: view.event, title: view.title, open: view.open })),
      };
    });
  }

  /** Where the compilation stands on its way, without weighing the requirements of the next step. */
  position(compilationId: string): Promise<CompilationPosition> {
    return this.database.read(async (reader) => {
      const { id, title, shortTitle, documentNumber } = await findCompilation(reader, compilationId);
      const { definition: definitionId, state } = await reader.findOneByOrFail(WorkflowInstance, { id });
      const definition = definitionOf(definitionId);
      const path = mainPath(definition).map((stop) => stop.state);
      const next = await this.engine.nextStep(reader, id);
      const stateTitle = definition.stateTitles[state];
      return { title, shortTitle, documentNumber, position: { state, stateTitle, path, next } };
    });
  }

  /** Where the compilation stands, in the words of its plan. */
  standing(compilationId: string): Promise<Position> {
    return this.database.read((reader) => positionOf(reader, compilationId));
  }

  /** Every step offered now with its requirements, without taking one. */
  gates(compilationId: string): Promise<GateView[]> {
    return this.database.read((reader) => this.engine.gates(reader, compilationId));
  }

  draftingGroup(compilationId: string): Promise<DraftingGroupMember[]> {
    return this.database.read((reader) => findDraftingGroup(reader, compilationId));
  }

  issues(compilationId: string): Promise<Issue[]> {
    return this.database.read((reader) => findIssues(reader, compilationId));
  }

  async procedures(compilationId: string, kind?: ProcedureKind): Promise<ProcedureRecord[]> {
    const all = await this.database.read((reader) => findProcedures(reader, compilationId));
    return all.filter((record) => kind === undefined || record.kind === kind);
  }
}
