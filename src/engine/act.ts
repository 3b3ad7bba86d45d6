import { type EntityManager } from 'typeorm';
import { type LedgerHead } from '../ledger/index.js';
import { type Mail, type NewJob, type NewMail, type Outbox, type OutboxRow } from '../outbox/index.js';
import { type Actor, type IdSource, type Instant, type JsonObject } from '../platform/index.js';
import { type WorkflowEvent } from '../../workflows/index.js';
import { noteMails } from './mail-audit.js';

export interface TransitionRecord {
  instance: string;
  definition: string;
  event: JsonObject | null;
  /** Facts by requirement, as the guard saw them. */
  from: string | null;
  to: string;
}

/** A mail that leaves because of an act, at once or when its job runs. */
export interface ForeseenMail {
  template: string;
  /** The unit, or whoever else it goes to. */
  to: string;
}

/** A mail or another job that an act asks the worker for. */
export interface Effect {
  kind: string;
  dueAt: Instant;
  /** The mail itself, or those that the job will send when it runs, if it could say. */
  mails: ForeseenMail[];
}

/** A job to be enqueued; `foresee` tells a preview which mails it would send. Never called in earnest. */
export type AskedJob = Omit<NewJob, 'compilationId'> & { foresee?: () => Promise<ForeseenMail[]> };

export interface Outcome {
  from: string;
  state: string;
  context: Record<string, unknown>;
}

/** Who moves the charts for an act; the engine. */
interface ChartMover {
  begin(act: Act, definitionId: string, instanceIds: string[], input?: JsonObject): Promise<void>;
  send(act: Act, instanceId: string, event: WorkflowEvent): Promise<Outcome>;
}

/** What an act works with; `head` is the locked end of its compilation's chain. */
export interface ActMachinery {
  ids: IdSource;
  head: LedgerHead;
  engine: ChartMover;
  outbox: Outbox;
}

/** One human act while it happens: its transaction, its instant, and what it leaves in ledger and outbox. */
export class Act {
  readonly transitions: TransitionRecord[] = [];
  /** What this act puts beside its rows, for whoever asks what it would do. */
  readonly effects: Effect[] = [];
  /** What becomes of everything that waits, if this act touches it. */
  timers: 'held' | 'released' | 'ended' | null = null;
  private readonly mails: Mail[] = [];
  private payload: JsonObject = {};
  private readonly unforeseen: { effect: Effect; foresee: () => Promise<ForeseenMail[]> }[] = [];

  readonly compilationId: string;
  readonly actor: Actor;
  readonly ids: IdSource;

  constructor(
    readonly tx: EntityManager,
    readonly now: Instant,
    { compilationId, actor }: { compilationId: string; actor: Actor },
    private readonly machinery: ActMachinery,
  ) {
    this.compilationId = compilationId;
    this.actor = actor;
    this.ids = machinery.ids;
  }

  /** The number that this act's entry will have in the ledger. */
  get ledgerSeq(): number {
    return this.machinery.head.seq + 1;
  }

  /** What the ledger shall say of the act beside its transitions: ids, digests and facts, no personal data. */
  note(payload: JsonObject): void {
    this.payload = { ...this.payload, ...payload };
  }

  begin(definitionId: string, instanceIds: string[], input?: JsonObject): Promise<void> {
    return this.machinery.engine.begin(this, definitionId, instanceIds, input);
  }

  /** Sends an event to an instance; refused events throw and undo the whole act. */
  send(instanceId: string, event: WorkflowEvent): Promise<Outcome> {
    return this.machinery.engine.send(this, instanceId, event);
  }

  enqueue(...jobs: AskedJob[]): Promise<void> {
    for (const { kind, dueAt, foresee } of jobs) {
      const effect: Effect = { kind, dueAt, mails: [] };
      this.effects.push(effect);
      if (foresee !== undefined) this.unforeseen.push({ effect, foresee });
    }
    const rows = jobs.map(({ kind, uniqueKey, payload, dueAt }) => ({ kind, uniqueKey, payload, dueAt }));
    const { compilationId } = this;
    return this.machinery.outbox.enqueue(
      this.tx,
      rows.map((row) => ({ ...row, compilationId })),
    );
  }

  /** For a preview: asks each job what it would send, before the act is taken back. */
  async foresee(): Promise<void> {
    for (const { effect, foresee } of this.unforeseen) effect.mails = await foresee();
  }

  /** Returns the ids of the mails that were not asked for before. */
  async post(mails: Omit<NewMail, 'compilationId'>[]): Promise<string[]> {
    this.effects.push(
      ...mails.map(({ template, recipient, dueAt }) => {
        return { kind: 'mail', dueAt, mails: [{ template, to: recipient.id }] };
      }),
    );
    const { compilationId } = this;
    const queued = await this.machinery.outbox.post(
      this.tx,
      mails.map((mail) => ({ ...mail, compilationId })),
    );
    this.mails.push(...queued);
    return queued.map(({ id }) => id);
  }

  holdTimers(): Promise<void> {
    this.timers = 'held';
    return this.machinery.outbox.hold(this.tx, this.compilationId);
  }

  /** @param stillDue of the mails that were held those that will leave, asked for a preview when the act is done */
  async releaseTimers(stillDue: (held: Mail[]) => Promise<Mail[]>): Promise<void> {
    this.timers = 'released';
    const { outbox } = this.machinery;
    const held = await outbox.held(this.tx, this.compilationId);
    await outbox.release(this.tx, this.compilationId);
    const effect: Effect = { kind: 'mail', dueAt: this.now, mails: [] };
    this.effects.push(effect);
    const foresee = async () =>
      (await stillDue(held)).map(({ template, recipientId }) => ({ template, to: recipientId }));
    this.unforeseen.push({ effect, foresee });
  }

  /** What waits of a compilation that ended never happens; mails that say what happened still go out. */
  endTimers(reason: string): Promise<void> {
    this.timers = 'ended';
    return this.machinery.outbox.end(this.tx, this.compilationId, reason);
  }

  /** Jobs of a kind that wait, whose payload has these members. */
  waiting(kind: string, like: JsonObject): Promise<OutboxRow[]> {
    return this.machinery.outbox.waiting(this.tx, this.compilationId, kind, like);
  }

  lapse(uniqueKey: string, reason: string): Promise<void> {
    return this.machinery.outbox.lapse(this.tx, uniqueKey, reason);
  }

  entryPayload(): JsonObject {
    const mails = this.mails.length === 0 ? {} : { mails: { ...noteMails(this.mails) } };
    return { ...this.payload, ...mails, transitions: this.transitions as never };
  }
}
