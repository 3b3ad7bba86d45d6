import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database, ServerKey } from '../../platform/index.js';
import { sameSecret } from '../secrets.js';
import { AccessLink, type LinkKind } from './access-link.entity.js';

export const linkPrefix: Record<LinkKind, string> = { unit: 'u', expert: 'm' };

/**
 * Links in mails. A token is derived from the server's key, what the link opens and its generation: it stands in no
 * payload and no table, and a new generation makes every earlier mail's link void.
 */
@Injectable()
export class LinkTokens {
  constructor(
    private readonly database: Database,
    private readonly key: ServerKey,
  ) {}

  /** `/u/<obligation>/<generation>/<token>` */
  async pathTo(kind: LinkKind, aboutId: string): Promise<string> {
    const { generation } = await this.database.read((reader) => this.standing(reader, aboutId));
    return `/${linkPrefix[kind]}/${aboutId}/${generation}/${this.token(kind, aboutId, generation)}`;
  }

  /** Whether the token is the right one of the generation that counts, and the link not revoked. */
  async isValid(kind: LinkKind, aboutId: string, generation: number, token: string): Promise<boolean> {
    const standing = await this.database.read((reader) => this.standing(reader, aboutId));
    const right = sameSecret(this.token(kind, aboutId, generation), token);
    return right && standing.generation === generation && standing.revokedAt === null;
  }

  /** A token of an earlier generation proves that the unit was written to: enough to be sent a new link. */
  isEarlier(kind: LinkKind, aboutId: string, generation: number, token: string): boolean {
    return sameSecret(this.token(kind, aboutId, generation), token);
  }

  async standing(
    reader: EntityManager,
    aboutId: string,
  ): Promise<Pick<AccessLink, 'generation' | 'revokedAt' | 'renewedAt'>> {
    const row = await reader.findOneBy(AccessLink, { id: aboutId });
    return row ?? { generation: 1, revokedAt: null, renewedAt: null };
  }

  private token(kind: LinkKind, aboutId: string, generation: number): string {
    return this.key.derive('mail-link', kind, aboutId, generation);
  }
}
