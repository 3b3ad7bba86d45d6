import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Mail, type MailCheck, type OutboxRow } from '../../outbox/index.js';
import { Clock, Database, type JsonObject } from '../../platform/index.js';
import { type JobHandler, type JobOutcome } from '../../worker/index.js';
import { MailedCode } from './mailed-code.entity.js';

export const accessCodeCheckName = 'access.mailedCode';
export const forgetAccessCodeKind = 'forget-access-code';
export const accessCodeValidMs = 15 * 60_000;

/** A code that waited too long is not mailed: it would only puzzle. */
@Injectable()
export class AccessCodeCheck implements MailCheck {
  readonly name = accessCodeCheckName;

  constructor(private readonly clock: Clock) {}

  async verdict(...[reader, mail]: Parameters<MailCheck['verdict']>): ReturnType<MailCheck['verdict']> {
    const code = await reader.findOneBy(MailedCode, { id: mail.about ?? '' });
    const expired =
      code === null || code.usedAt !== null || this.clock.now() > code.sentAt + accessCodeValidMs;
    return expired ? { due: false, reason: '验证码已经失效' } : { due: true };
  }
}

/** The mail must hold the code until it is sent. Once it has expired the register of mails forgets it. */
@Injectable()
export class ForgetAccessCodeHandler implements JobHandler {
  readonly kind = forgetAccessCodeKind;

  constructor(private readonly database: Database) {}

  async perform(job: OutboxRow): Promise<JobOutcome> {
    const { mailId } = job.payload;
    assert.ok(typeof mailId === 'string', `${job.id} names no mail`);
    await this.database.write(async (tx) => {
      const mail = await tx.findOneByOrFail(Mail, { id: mailId });
      const confirmation = { ...(mail.view.confirmation as JsonObject), code: '〔已失效〕' };
      await tx.update(Mail, { id: mailId }, { view: { ...mail.view, confirmation } as never });
    });
    return { state: 'done' };
  }
}
