import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type CalendarFile } from '../calendar/index.js';
import { type Clock, type IdSource, insertRows, type Instant, type JsonObject } from '../platform/index.js';
import { Mail } from './mail.entity.js';
import { type JobState, OutboxRow } from './outbox-row.entity.js';

export interface NewJob {
  compilationId: string | null;
  kind: string;
  uniqueKey: string;
  payload: JsonObject;
  dueAt: Instant;
}

export interface NewMail {
  compilationId: string;
  template: string;
  recipient: { id: string; name: string; address: string };
  /**
   * What its template is told, but for what only the sender knows: `action` is `{label, path}` (the sender makes
   * the address) and `sentOnText` may be left out (it is the day of sending).
   */
  view: JsonObject;
  /** Same key, same mail: asking twice queues it once. */
  key: string;
  dueAt: Instant;
  about?: string;
  /** From `deadlineEvent` or `meetingEvent`. */
  event?: CalendarFile;
  /** Name of a {@link MailCheck}. */
  stillDueCheck?: string;
}

/** Puts effects beside the rows of the act that wants them, in its transaction. */
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  async enqueue(tx: EntityManager, jobs: NewJob[]): Promise<void> {
    const fresh = await this.withoutKnown(tx, jobs);
    await insertRows(
      tx,
      OutboxRow,
      fresh.map((job) => this.row(job)),
    );
  }

  /** One row per mail. Returns those that were not asked for before. */
  async post(tx: EntityManager, mails: NewMail[]): Promise<Mail[]> {
    const jobs = mails.map((mail) => ({ ...mail, kind: 'mail', uniqueKey: `mail:${mail.key}`, payload: {} }));
    const fresh = await this.withoutKnown(tx, jobs);
    const rows = fresh.map((mail) => this.mailRow(mail));
    await insertRows(tx, Mail, rows);
    await insertRows(
      tx,
      OutboxRow,
      fresh.map((mail, index) => this.row({ ...mail, payload: { mailId: rows[index].id } })),
    );
    return rows;
  }

  /** Suspension holds what waits; resuming lets it go, at the earliest now. */
  async hold(tx: EntityManager, compilationId: string): Promise<void> {
    await tx.update(OutboxRow, { compilationId, state: 'ready' }, { state: 'held' });
  }

  async release(tx: EntityManager, compilationId: string): Promise<void> {
    await tx.update(OutboxRow, { compilationId, state: 'held' }, { state: 'ready' });
  }

  /** Mails that a suspension holds, in the order in which they were queued. */
  async held(tx: EntityManager, compilationId: string): Promise<Mail[]> {
    const rows = await tx.findBy(OutboxRow, { compilationId, kind: 'mail', state: 'held' });
    const ids = rows.map(({ payload }) => payload.mailId as string);
    const mails: Mail[] = [];
    for (let from = 0; from < ids.length; from += 500)
      mails.push(...(await tx.findBy(Mail, { id: In(ids.slice(from, from + 500)) })));
    return mails;
  }

  /** Jobs of a key that no longer apply, e.g. a timer whose deadline moved. */
  async lapse(tx: EntityManager, uniqueKey: string, reason: string): Promise<void> {
    await tx.update(
      OutboxRow,
      { uniqueKey, state: In(['ready', 'held']) },
      { state: 'lapsed', lastError: reason, finishedAt: this.clock.now() },
    );
  }

  /**
   * Everything of a compilation that still waits, for good. Of its mails those that are checked again when due: they say
   * what is to be done. One without a check says what happened, a receipt above all, and still goes.
   */
  async end(tx: EntityManager, compilationId: string, reason: string): Promise<void> {
    const lapsed = { state: 'lapsed' as const, lastError: reason };
    const waiting = In<JobState>(['ready', 'held']);
    await tx.update(
      OutboxRow,
      { compilationId, kind: Not('mail'), state: waiting },
      { ...lapsed, finishedAt: this.clock.now() },
    );
    const mails = await tx.findBy(OutboxRow, { compilationId, kind: 'mail', state: waiting });
    for (const { id, payload } of mails) {
      const moot = { id: payload.mailId as string, stillDueCheck: Not(IsNull()) };
      const { affected } = await tx.update(Mail, moot, lapsed);
      if (affected === 1) await tx.update(OutboxRow, { id }, { ...lapsed, finishedAt: this.clock.now() });
      else await tx.update(OutboxRow, { id }, { state: 'ready' });
    }
  }

  /** Jobs of a kind that wait, whose payload has these members. */
  async waiting(
    tx: EntityManager,
    compilationId: string,
    kind: string,
    like: JsonObject,
  ): Promise<OutboxRow[]> {
    const rows = await tx.findBy(OutboxRow, { compilationId, kind, state: In(['ready', 'held']) });
    return rows.filter((row) => Object.entries(like).every(([key, value]) => row.payload[key] === value));
  }

  private async withoutKnown<T extends { uniqueKey: string }>(tx: EntityManager, jobs: T[]): Promise<T[]> {
    const known = new Set<string>();
    const keys = jobs.map((job) => job.uniqueKey);
    for (let from = 0; from < keys.length; from += 500) {
      const slice = keys.slice(from, from + 500);
      const rows = await tx.find(OutboxRow, { select: { uniqueKey: true }, where: { uniqueKey: In(slice) } });
      rows.forEach((row) => known.add(row.uniqueKey));
    }
    return jobs.filter((job) => !known.has(job.uniqueKey) && known.add(job.uniqueKey));
  }

  private row(job: NewJob): OutboxRow {
    const { compilationId, kind, uniqueKey, payload, dueAt } = job;
    return {
      id: this.ids.next(),
      compilationId,
      kind,
      uniqueKey,
      payload,
      state: 'ready',
      dueAt,
      attempts: 0,
      leaseUntil: null,
      leaseToken: null,
      lastError: null,
      createdAt: this.clock.now(),
      finishedAt: null,
    };
  }

  private mailRow(mail: NewMail): Mail {
    const id = this.ids.next();
    return {
      id,
      compilationId: mail.compilationId,
      template: mail.template,
      recipientId: mail.recipient.id,
      recipientName: mail.recipient.name,
      address: mail.recipient.address,
      about: mail.about ?? null,
      view: mail.view,
      event: mail.event ?? null,
      stillDueCheck: mail.stillDueCheck ?? null,
      messageId: `<${id}@bianzhi.mail>`,
      subject: null,
      state: 'queued',
      queuedAt: this.clock.now(),
      sentAt: null,
      lastError: null,
    };
  }
}
