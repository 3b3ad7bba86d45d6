import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { type Instant } from '../platform/index.js';
import { type Facts, type GuardParams, type WorkflowEvent } from '../../workflows/index.js';
import { type Act } from './act.js';
import { type RowAudit } from './row-audit.js';

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
  /** `workflow/requirement`, e.g. `implementation-scheme-2021/materialsSettled`. */
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
  /** `workflow/intent`, e.g. `implementation-scheme-2021/freezeDraft`. */
  readonly reactsTo: string;
  react(act: Act, scope: IntentScope): Promise<void>;
}

/** What the rooms answer and do for the charts. Doors fill it; the engine asks it. */
export class Ports {
  private readonly factSources = new Map<string, FactSource>();
  readonly rowAudits: RowAudit[] = [];
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

  addReactions(...reactions: Reaction[]): void {
    for (const reaction of reactions) {
      const known = this.reactions.get(reaction.reactsTo) ?? [];
      this.reactions.set(reaction.reactsTo, [...known, reaction]);
    }
  }

  factSource(definitionId: string, requirement: string): FactSource {
    const name = `${workflowName(definitionId)}/${requirement}`;
    const source = this.factSources.get(name);
    assert.ok(source, `nobody answers ${name}`);
    return source;
  }

  /** An intent that nobody hears would be a mail that is never sent, so it is a programmer error. */
  reactionsTo(definitionId: string, intent: string): Reaction[] {
    const name = `${workflowName(definitionId)}/${intent}`;
    const reactions = this.reactions.get(name);
    assert.ok(reactions, `nobody reacts to ${name}`);
    return reactions;
  }
}

const workflowName = (definitionId: string): string => definitionId.split('@')[0];
