import { type EntityManager } from 'typeorm';
import { type Ledger, type LedgerHead } from '../ledger/index.js';
import { type Outbox } from '../outbox/index.js';
import {
  type Actor,
  type Clock,
  type Database,
  type DigestAlgorithm,
  formatActor,
  type IdSource,
} from '../platform/index.js';
import { Act } from './act.js';
import { type Engine } from './engine.js';
import { type AfterEnd, requirePossible } from './life.js';

export interface ActOrder {
  compilationId: string;
  actor: Actor;
  /** Past tense, room first: `material.submitted`. */
  type: string;
  /** As a refusal calls it. */
  title?: string;
  /** Not possible in a compilation that ended unless told. */
  afterEnd?: AfterEnd;
}

class Undone extends Error {}

/**
 * The one way a use case changes anything: one transaction that holds its compilation, the room's rows, the
 * transitions, the outbox rows and exactly one ledger entry. Either all of it is committed or none.
 */
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly ledger: Ledger,
    private readonly engine: Engine,
    private readonly outbox: Outbox,
  ) {}

  perform<T>(order: ActOrder, fn: (act: Act) => Promise<T>): Promise<T> {
    return this.database.write(async (tx) => {
      const head = await this.ledger.lock(tx, order.compilationId);
      await requirePossible(tx, order);
      return this.inside(tx, head, order, fn);
    });
  }

  /** Before what takes long is done for an act. @throws CompilationEnded */
  requirePossible(order: ActOrder): Promise<void> {
    return this.database.read((reader) => requirePossible(reader, order));
  }

  /**
   * Does everything and takes it back: what an act would do is found out by doing it, so the answer cannot differ
   * from the act. Refused like the act itself.
   */
  async preview<T>(order: ActOrder, fn: (act: Act) => Promise<T>): Promise<{ result: T; act: Act }> {
    const undone = new Undone();
    const seen: { result: T; act: Act }[] = [];
    try {
      await this.perform(order, async (act) => {
        seen.push({ result: await fn(act), act });
        await act.foresee();
        throw undone;
      });
    } catch (error) {
      if (error !== undone) throw error;
    }
    return seen[seen.length - 1];
  }

  /** The first act of a compilation: begins its chain, whose genesis entry names the algorithm. */
  found<T>(order: ActOrder, algorithm: DigestAlgorithm, fn: (act: Act) => Promise<T>): Promise<T> {
    return this.database.write(async (tx) => {
      const head = await this.ledger.begin(tx, order.compilationId, algorithm);
      return this.inside(tx, head, order, (act) => {
        act.note({ algorithm, auditedTables: this.engine.rows.names(tx) });
        return fn(act);
      });
    });
  }

  private async inside<T>(
    tx: EntityManager,
    head: LedgerHead,
    order: ActOrder,
    fn: (act: Act) => Promise<T>,
  ): Promise<T> {
    const { actor, type } = order;
    const now = this.clock.now();
    const { ids, engine, outbox } = this;
    const touched = engine.rows.watch(tx);
    const act = new Act(tx, now, order, { ids, head, engine, outbox });
    const result = await fn(act);
    const rows = await engine.rows.take(tx, order.compilationId, touched);
    const payload = { ...act.entryPayload(), ...rows };
    await this.ledger.append(tx, head, { at: now, actor: formatActor(actor), type, payload });
    return result;
  }
}
