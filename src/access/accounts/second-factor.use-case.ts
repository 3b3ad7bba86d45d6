import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { IsNull, LessThan } from 'typeorm';
import { Database, tidyCode, WallClock } from '../../platform/index.js';
import { CodeRefused } from '../access.errors.js';
import { Attempts } from '../attempts.js';
import { Sessions } from '../sessions/sessions.js';
import { Account } from './account.entity.js';

const periodSeconds = 30;

/** 动态验证码: a code of six digits by RFC 6238 from the post's own authenticator. */
@Injectable()
export class SecondFactorUseCase {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly attempts: Attempts,
    private readonly sessions: Sessions,
  ) {}

  /** @returns the secret to be scanned; it counts once a code of it was entered */
  async offer(accountId: string): Promise<{ secret: string; uri: string }> {
    const account = await this.account(accountId);
    const secret =
      account.totpConfirmedAt === null && account.totpSecret !== null ? account.totpSecret : generateSecret();
    if (account.totpConfirmedAt !== null) throw new CodeRefused();
    await this.database.write((tx) => tx.update(Account, { id: accountId }, { totpSecret: secret }));
    return { secret, uri: generateURI({ issuer: '编制台', label: account.signInName, secret }) };
  }

  /** Whoever came in elsewhere by the password alone has to show the code now. */
  async confirm(accountId: string, sessionId: string, code: string): Promise<void> {
    const account = await this.account(accountId);
    await this.check(account, code);
    const now = this.clock.now();
    await this.database.write(async (tx) => {
      await tx.update(Account, { id: accountId }, { totpConfirmedAt: now });
      await this.sessions.endAll(tx, accountId, sessionId);
    });
  }

  /** The second step of signing in. @returns the token of a full session */
  async pass(accountId: string, pendingSessionId: string, code: string): Promise<string> {
    const account = await this.account(accountId);
    await this.check(account, code);
    await this.sessions.end(pendingSessionId);
    return this.database.write((tx) =>
      this.sessions.open(tx, { kind: 'account', name: account.name, accountId }),
    );
  }

  private account(id: string): Promise<Account> {
    return this.database.read((reader) => reader.findOneByOrFail(Account, { id }));
  }

  /** One step of tolerance for slow typing; no code twice. @throws CodeRefused, LockedOut */
  private async check({ id, totpSecret }: Account, code: string): Promise<void> {
    const subject = `totp:${id}`;
    await this.attempts.admit(subject);
    const epoch = Math.floor(this.clock.now() / 1000);
    const token = tidyCode(code);
    const result =
      /^\d{6}$/.test(token) && totpSecret !== null
        ? await verify({ secret: totpSecret, token, epoch, epochTolerance: periodSeconds })
        : { valid: false as const };
    const step = Math.floor(epoch / periodSeconds) + (result.valid ? result.delta : 0);
    if (!result.valid || !(await this.useStep(id, step))) throw new CodeRefused();
    await this.attempts.passed(subject);
  }

  /** Of two presses at once with one code only one gets through. */
  private async useStep(id: string, step: number): Promise<boolean> {
    const unused = [
      { id, totpLastStep: IsNull() },
      { id, totpLastStep: LessThan(step) },
    ];
    return this.database.write(async (tx) => {
      // The condition stands in the update itself: on PostgreSQL two may read the same step before either writes.
      const update = tx.createQueryBuilder().update(Account).set({ totpLastStep: step }).where(unused);
      return (await update.execute()).affected === 1;
    });
  }
}
