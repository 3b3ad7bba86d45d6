import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Database, IdSource, WallClock } from '../../platform/index.js';
import { LinkVoid } from '../access.errors.js';
import { hashOf, newToken } from '../secrets.js';
import { OneTimeLink, type OneTimePurpose } from './account.entity.js';

const validMs = 7 * 24 * 3_600_000;

/** Links that work once: made here, redeemed by a press of a button, never by looking (mail scanners look). */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
  ) {}

  /** An earlier link of the same kind for the same account stops working. @returns the token */
  async make(tx: EntityManager, purpose: OneTimePurpose, accountId: string | null): Promise<string> {
    const now = this.clock.now();
    const same = { purpose, accountId: accountId ?? IsNull(), usedAt: IsNull() };
    await tx.update(OneTimeLink, same, { usedAt: now });
    const token = newToken(this.ids);
    const times = { createdAt: now, expiresAt: now + validMs, usedAt: null };
    await tx.insert(OneTimeLink, {
      id: this.ids.next(),
      tokenHash: hashOf(token),
      purpose,
      accountId,
      ...times,
    });
    return token;
  }

  /** @throws LinkVoid */
  async look(token: string): Promise<OneTimeLink> {
    return this.database.read((reader) => this.find(reader, token));
  }

  /** Of two presses at once only one gets through. @throws LinkVoid */
  async redeem(tx: EntityManager, token: string): Promise<OneTimeLink> {
    const link = await this.find(tx, token);
    const unused = { id: link.id, usedAt: IsNull() };
    const { affected } = await tx.update(OneTimeLink, unused, { usedAt: this.clock.now() });
    if (affected !== 1) throw new LinkVoid();
    return link;
  }

  private async find(reader: EntityManager, token: string): Promise<OneTimeLink> {
    const link = await reader.findOneBy(OneTimeLink, { tokenHash: hashOf(token), usedAt: IsNull() });
    if (link === null || link.expiresAt < this.clock.now()) throw new LinkVoid();
    return link;
  }
}
