import { Injectable } from '@nestjs/common';
import { Database, tidySignInName } from '../../platform/index.js';
import { LinkVoid, SignInRefused } from '../access.errors.js';
import { Attempts } from '../attempts.js';
import { type Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.js';
import { Account } from './account.entity.js';
import { OneTimeLinks } from './one-time-links.js';
import { checkPassword, hashPassword, passwordMatches } from './passwords.js';

export interface SignedIn {
  token: string;
  /** What is still to come before anything can be done. */
  needs: 'code' | null;
}

/** Lets a post in by its password, or by a link that works once. */
@Injectable()
export class SignInUseCase {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
  ) {}

  /** @param address of the network, for the lockout. @throws SignInRefused, LockedOut */
  async execute(typedName: string, password: string, address: string): Promise<SignedIn> {
    const signInName = tidySignInName(typedName);
    const subject = `sign-in:${signInName}:${address}`;
    await this.attempts.admit(subject);
    const account = await this.database.read((reader) => reader.findOneBy(Account, { signInName }));
    const matches = await passwordMatches(account?.passwordHash ?? null, password);
    if (account === null || !matches || account.disabledAt !== null) throw new SignInRefused();
    await this.attempts.passed(subject);
    return this.enter(account);
  }

  /** Sets the password of the post that the link was made for, and lets it in. @throws LinkVoid, WeakPassword */
  async setPassword(token: string, password: string): Promise<SignedIn> {
    const link = await this.links.look(token);
    const account = await this.accountOf(link.accountId);
    if (link.purpose !== 'setPassword') throw new LinkVoid();
    checkPassword(password, account.signInName);
    const passwordHash = await hashPassword(password);
    await this.database.write(async (tx) => {
      await this.links.redeem(tx, token);
      await tx.update(Account, { id: account.id }, { passwordHash, revision: account.revision + 1 });
      // Whoever had the old password is out.
      await this.sessions.endAll(tx, account.id);
    });
    return this.enter(account);
  }

  /** A demonstration's link. @throws LinkVoid */
  async byLink(token: string): Promise<SignedIn> {
    const link = await this.links.look(token);
    if (link.purpose !== 'signIn') throw new LinkVoid();
    const account = await this.accountOf(link.accountId);
    await this.database.write((tx) => this.links.redeem(tx, token));
    return this.enter(account);
  }

  async signOut(session: Pick<Session, 'id' | 'accountId'>, everywhere: boolean): Promise<void> {
    const { id, accountId } = session;
    if (everywhere && accountId !== null)
      await this.database.write((tx) => this.sessions.endAll(tx, accountId));
    else await this.sessions.end(id);
  }

  private async accountOf(id: string | null): Promise<Account> {
    const account = await this.database.read((reader) => reader.findOneBy(Account, { id: id ?? '' }));
    if (account === null || account.disabledAt !== null) throw new LinkVoid();
    return account;
  }

  private async enter({ id, name, totpConfirmedAt }: Account): Promise<SignedIn> {
    const kind = totpConfirmedAt === null ? 'account' : 'secondFactor';
    const token = await this.database.write((tx) => this.sessions.open(tx, { kind, name, accountId: id }));
    return { token, needs: kind === 'secondFactor' ? 'code' : null };
  }
}
