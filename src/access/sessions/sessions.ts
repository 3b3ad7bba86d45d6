import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Database, IdSource, type Instant, WallClock } from '../../platform/index.js';
import { hashOf, newToken } from '../secrets.js';
import { type PersonalToken } from '../accounts/account.entity.js';
import { Presence } from './presence.js';
import { Session } from './session.entity.js';

const idleMs = 30 * 60_000;
const absoluteMs = 12 * 3_600_000;
/** A second factor is asked for at once. */
const secondFactorMs = 5 * 60_000;
/** How long a form that was left open can still be sent by whoever opened it. */
const formsMatterMs = 30 * 24 * 3_600_000;

type Entrant = Pick<Session, 'kind' | 'name'> &
  Partial<Pick<Session, 'accountId' | 'compilationId' | 'aboutId' | 'partyId'>>;

/** Opens, finds and ends sessions: 30 minutes of rest or 12 hours in all end one by themselves. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
    private readonly presence: Presence,
  ) {}

  /** @returns the token for the cookie; it is kept nowhere. */
  async open(tx: EntityManager, entrant: Entrant): Promise<string> {
    const token = newToken(this.ids);
    const now = this.clock.now();
    const nobody = { accountId: null, compilationId: null, aboutId: null, partyId: null };
    const stamps = { createdAt: now, lastSeenAt: now, endedAt: null };
    await tx.insert(Session, {
      id: this.ids.next(),
      tokenHash: hashOf(token),
      ...nobody,
      ...entrant,
      ...stamps,
    });
    return token;
  }

  async find(token: string): Promise<Session | null> {
    const where = { tokenHash: hashOf(token), endedAt: IsNull() };
    const stored = await this.database.read((reader) => reader.findOneBy(Session, where));
    if (stored === null) return null;
    const lastSeenAt = this.presence.lastOf('session', stored.id, stored.lastSeenAt)!;
    const session = { ...stored, lastSeenAt };
    const now = this.clock.now();
    if (!isAlive(session, now)) return null;
    this.presence.note('session', session.id, lastSeenAt, now);
    return session;
  }

  /** A session that is or was, for the forms that were made in it; none is looked for longer than forms matter. */
  async known(id: string): Promise<Session | null> {
    const session = await this.database.read((reader) => reader.findOneBy(Session, { id }));
    return session !== null && this.clock.now() - session.createdAt <= formsMatterMs ? session : null;
  }

  async end(id: string): Promise<void> {
    await this.database.write((tx) => tx.update(Session, { id }, { endedAt: this.clock.now() }));
  }

  /** Signs a post out on every machine. @param spared the session that goes on, if any */
  async endAll(tx: EntityManager, accountId: string, spared = ''): Promise<void> {
    const others = { accountId, id: Not(spared), endedAt: IsNull() };
    await tx.update(Session, others, { endedAt: this.clock.now() });
  }

  /** Puts out whoever came by the links to an obligation or an invitation. */
  async endAbout(tx: EntityManager, aboutId: string): Promise<void> {
    await tx.update(Session, { aboutId, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  /** Notes that a program came with its token. */
  tokenUsed({ id, lastUsedAt }: Pick<PersonalToken, 'id' | 'lastUsedAt'>): void {
    this.presence.note('token', id, this.presence.lastOf('token', id, lastUsedAt), this.clock.now());
  }
}

function isAlive({ kind, createdAt, lastSeenAt }: Session, now: Instant): boolean {
  if (kind === 'secondFactor') return now - createdAt <= secondFactorMs;
  return now - lastSeenAt <= idleMs && now - createdAt <= absoluteMs;
}
