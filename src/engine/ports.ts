import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { type FileNamer } from '../files/index.js';
import { type Instant } from '../platform/index.js';
import {
  type Facts,
  type GuardParams,
  intentNames,
  ownerOfIntent,
  ownerOfRequirement,
  type WorkflowDefinition,
  type WorkflowEvent,
} from '../../workflows/index.js';
import { type Act } from './act.js';
import { type RowAudit } from './row-audit.js';
import { type AuditedTable } from './rows/audited-table.js';

export interface FactScope {
  /** Reads inside the transaction of the act (or, for a preview, the committed rows). */
  tx: EntityManager;
  now: Instant;
  compilationId: string;
  instanceId: string;
  context: Record<string, unknown>;
  event: WorkflowEvent;
  guard: GuardParams;
}

/** Answers one requirement's question from a room's rows. */
export interface FactSource {
  /** `stage/requirement`, e.g. `collect/materialsSettled`; a chart without stages is its own: `opinion/registerOpen`. */
  readonly answers: string;
  gather(scope: FactScope): Promise<Facts>;
}

export interface IntentScope {
  instanceId: string;
  params: Record<string, unknown>;
  context: Record<string, unknown>;
  event: WorkflowEvent;
}

/** Turns one intent of a chart into its room's rows and outbox rows, in the same transaction. */
export interface Reaction {
  /** `stage/intent`, e.g. `draft/freezeDraft`. */
  readonly reactsTo: string;
  react(act: Act, scope: IntentScope): Promise<void>;
}

/** What the rooms answer and do for the charts. Doors fill it; the engine asks it. */
export class Ports {
  private readonly factSources = new Map<string, FactSource>();
  readonly rowAudits: RowAudit[] = [];
  readonly auditedTables: AuditedTable[] = [];
  readonly fileNamers: FileNamer[] = [];
  private readonly reactions = new Map<string, Reaction[]>();

  addFactSources(...sources: FactSource[]): void {
    for (const source of sources) {
      assert.ok(!this.factSources.has(source.answers), `${source.answers} is answered twice`);
      this.factSources.set(source.answers, source);
    }
  }

  /** In the order in which a verdict names them. */
  addRowAudits(...audits: RowAudit[]): void {
    this.rowAudits.push(...audits);
  }

  addFileNamers(...namers: FileNamer[]): void {
    this.fileNamers.push(...namers);
  }

  addAuditedTables(...tables: AuditedTable[]): void {
    this.auditedTables.push(...tables);
  }

  addReactions(...reactions: Reaction[]): void {
    for (const reaction of reactions) {
      const known = this.reactions.get(reaction.reactsTo) ?? [];
      assert.ok(
        !known.some(({ react }) => react === reaction.react),
        `${reaction.reactsTo} is reacted to twice by the same`,
      );
      this.reactions.set(reaction.reactsTo, [...known, reaction]);
    }
  }

  factSource(definition: WorkflowDefinition, requirement: string): FactSource {
    const name = `${ownerOfRequirement(definition, requirement)}/${requirement}`;
    const source = this.factSources.get(name);
    assert.ok(source, `nobody answers ${name}`);
    return source;
  }

  /** An intent that nobody hears would be a mail that is never sent, so it is a programmer error. */
  reactionsTo(definition: WorkflowDefinition, intent: string): Reaction[] {
    const name = `${ownerOfIntent(definition, intent)}/${intent}`;
    const reactions = this.reactions.get(name);
    assert.ok(reactions, `nobody reacts to ${name}`);
    return reactions;
  }

  /**
   * What stands in the way of a start: questions that nobody answers, intents that nobody hears, and answers and
   * reactions to what no chart asks.
   */
  faults(charts: readonly WorkflowDefinition[]): string[] {
    const asked = new Set(charts.flatMap(questionsOf));
    const intended = new Set(charts.flatMap(intentsOf));
    const missing = (names: Set<string>, known: ReadonlyMap<string, unknown>, say: string) =>
      [...names].filter((name) => !known.has(name)).map((name) => `${say} ${name}`);
    const idle = (known: ReadonlyMap<string, unknown>, names: Set<string>, say: string) =>
      [...known.keys()].filter((name) => !names.has(name)).map((name) => `no chart ${say} ${name}`);
    return [
      ...missing(asked, this.factSources, 'nobody answers'),
      ...missing(intended, this.reactions, 'nobody reacts to'),
      ...idle(this.factSources, asked, 'asks'),
      ...idle(this.reactions, intended, 'intends'),
    ];
  }
}

const questionsOf = (chart: WorkflowDefinition): string[] =>
  Object.keys(chart.requirements).map((name) => `${ownerOfRequirement(chart, name)}/${name}`);

const intentsOf = (chart: WorkflowDefinition): string[] =>
  [...intentNames(chart.machine)].map((name) => `${ownerOfIntent(chart, name)}/${name}`);
