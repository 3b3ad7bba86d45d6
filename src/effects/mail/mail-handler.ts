import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Mail, MailChecks, type OutboxRow } from '../../outbox/index.js';
import { Clock, Database, logger } from '../../platform/index.js';
import { type MailView, TemplateSet } from '../../render/index.js';
import {
  type Alongside,
  type JobHandler,
  type JobOutcome,
  retryAfterMs,
  type Room,
} from '../../worker/index.js';
import { explainFailure } from './explain-failure.js';
import { composeMessage } from './compose-message.js';
import { MailAddresses } from './mail-addresses.js';
import { renderMail } from './render-mail.js';
import { mailConnections, MailTransport, PermanentRefusal } from './transport.js';

/**
 * Sends one queued mail. At least once, as mail can be: a crash between the server's answer and the row that records
 * it sends again, with the same Message-ID.
 */
@Injectable()
export class MailHandler implements JobHandler {
  readonly kind = 'mail';
  /** As many as a server takes from one sender, and beside them those whose recipient's server does not answer. */
  readonly room: Room = { quick: 8, slow: mailConnections - 8, slowAfterMs: 2000 };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly addresses: MailAddresses,
    private readonly checks: MailChecks,
    private readonly templates: TemplateSet,
    private readonly transport: MailTransport,
  ) {}

  async perform(job: OutboxRow, stopping?: AbortSignal): Promise<JobOutcome> {
    const mail = await this.load(job);
    if (mail.state === 'sent') return { state: 'done' };
    const verdict = await this.database.read((reader) => this.checks.verdict(reader, mail));
    if (!verdict.due) {
      if ('notBefore' in verdict) return { state: 'again', dueAt: verdict.notBefore };
      const { reason } = verdict;
      return { state: 'lapsed', reason, alongside: keep(mail, { state: 'lapsed', lastError: reason }) };
    }
    mail.view = verdict.view ?? mail.view;
    mail.event = verdict.event ?? mail.event;
    try {
      return await this.send(mail, stopping);
    } catch (error) {
      if (stopping?.aborted === true) return { state: 'interrupted' };
      return this.afterFailure(job, mail, error);
    }
  }

  private async load(job: OutboxRow): Promise<Mail> {
    const { mailId } = job.payload;
    assert.ok(typeof mailId === 'string', `${job.id} names no mail`);
    return this.database.read((reader) => reader.findOneByOrFail(Mail, { id: mailId }));
  }

  private async send(mail: Mail, stopping: AbortSignal | undefined): Promise<JobOutcome> {
    const now = this.clock.now();
    const rendered = await renderMail(this.templates, mail, this.addresses, now);
    mail.subject = rendered.subject;
    const { secretariat } = (mail.view as unknown as MailView).compilation;
    const message = await composeMessage({
      mail,
      from: { name: secretariat, email: this.addresses.from },
      to: { name: mail.recipientName, email: mail.address },
      rendered,
      event: mail.event,
      sentAt: now,
    });
    await this.transport.deliver(message, stopping);
    const { subject, view, event } = mail;
    const sent = { state: 'sent' as const, sentAt: now, subject, view, event, lastError: null };
    return { state: 'done', alongside: keep(mail, sent) };
  }

  /** What may pass is thrown for the worker to try again; what is final, or was tried too often, becomes visible. */
  private async afterFailure(job: OutboxRow, mail: Mail, error: unknown): Promise<JobOutcome> {
    const reason = explainFailure(error);
    const final = error instanceof PermanentRefusal || retryAfterMs(job.attempts) === null;
    const change = { subject: mail.subject, lastError: reason };
    if (!final) {
      await this.database.write(keep(mail, { ...change, state: 'queued' }));
      throw error;
    }
    logger.error({ mail: mail.id, template: mail.template, reason }, 'mail failed for good');
    return { state: 'failed', reason, alongside: keep(mail, { ...change, state: 'failed' }) };
  }
}

const keep =
  (mail: Mail, change: Partial<Mail>): Alongside =>
  (tx) =>
    tx.update(Mail, { id: mail.id }, change as never);
