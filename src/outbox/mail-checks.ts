import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { type CalendarFile } from '../calendar/index.js';
import { type Instant, type JsonObject } from '../platform/index.js';
import { type Mail } from './mail.entity.js';

/**
 * Whether a mail still applies now that it is due. `view` and `event` replace what was composed when it was
 * queued: “还有3个工作日” is no longer true after a night of failed attempts or a suspension. `notBefore` puts it
 * off: a reminder that was held up may not arrive at night.
 */
export type MailVerdict =
  | { due: true; view?: JsonObject; event?: CalendarFile }
  | { due: false; reason: string }
  | { due: false; notBefore: Instant };

export interface MailCheck {
  /** What `stillDueCheck` of a mail says. */
  readonly name: string;
  verdict(reader: EntityManager, mail: Mail): Promise<MailVerdict>;
}

/** The checks that rooms make again just before their mails leave. */
export class MailChecks {
  private readonly checks = new Map<string, MailCheck>();

  add(...checks: MailCheck[]): void {
    for (const check of checks) {
      assert.ok(!this.checks.has(check.name), `mails are checked twice by ${check.name}`);
      this.checks.set(check.name, check);
    }
  }

  /** A mail without a check is due whenever its time has come. */
  async verdict(reader: EntityManager, mail: Mail): Promise<MailVerdict> {
    if (mail.stillDueCheck === null) return { due: true };
    const check = this.checks.get(mail.stillDueCheck);
    assert.ok(check, `nobody checks ${mail.stillDueCheck}`);
    return check.verdict(reader, mail);
  }
}
