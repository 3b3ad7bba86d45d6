import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { findUnit } from '../../directory/index.js';
import { Obligation } from '../../obligations/index.js';
import { Clock, Database } from '../../platform/index.js';
import { Invitee, Meeting } from '../../review/index.js';
import { LinkVoid } from '../access.errors.js';
import { Sessions } from '../sessions/sessions.js';
import { type LinkKind } from './access-link.entity.js';
import { LinkTokens } from './link-tokens.js';

/** How long after its deadline a link still opens: for late hand-ins, receipts, and what came back. */
const graceMs = 60 * 24 * 3_600_000;

export interface LinkGiven {
  kind: LinkKind;
  aboutId: string;
  generation: number;
  token: string;
}

/** Whom a link lets in, and to what. */
export interface LinkHolder {
  compilationId: string;
  partyId: string;
  name: string;
}

/** Swaps a mail's link for a session. Only a press of a button does: mail scanners open every address they see. */
@Injectable()
export class EnterByLinkUseCase {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: LinkTokens,
    private readonly sessions: Sessions,
  ) {}

  /** @returns a session's token. @throws LinkVoid */
  async execute(given: LinkGiven): Promise<string> {
    const holder = await this.look(given);
    const { kind, aboutId } = given;
    return this.database.write((tx) => this.sessions.open(tx, { kind, aboutId, ...holder }));
  }

  /** Who would enter, without entering. @throws LinkVoid */
  async look({ kind, aboutId, generation, token }: LinkGiven): Promise<LinkHolder> {
    if (!(await this.tokens.isValid(kind, aboutId, generation, token))) throw new LinkVoid();
    const holder = await this.database.read((reader) => this.holder(reader, kind, aboutId));
    if (holder === null) throw new LinkVoid();
    const { renewedAt } = await this.database.read((reader) => this.tokens.standing(reader, aboutId));
    // A link that was renewed after its time opens for as long again: the receipt may be needed later.
    if (this.clock.now() > Math.max(holder.until, renewedAt ?? 0) + graceMs) throw new LinkVoid();
    const { compilationId, partyId, name } = holder;
    return { compilationId, partyId, name };
  }

  private async holder(reader: EntityManager, kind: LinkKind, id: string) {
    if (kind === 'unit') {
      const obligation = await reader.findOneBy(Obligation, { id });
      if (obligation === null) return null;
      const { compilationId, unitId, effectiveAt } = obligation;
      const { name } = await findUnit(reader, unitId);
      return { compilationId, partyId: unitId, name, until: effectiveAt };
    }
    const invitee = await reader.findOneBy(Invitee, { id });
    if (invitee === null) return null;
    const { startsAt } = await reader.findOneByOrFail(Meeting, { id: invitee.meetingId });
    return {
      compilationId: invitee.compilationId,
      partyId: invitee.partyId,
      name: invitee.name,
      until: startsAt,
    };
  }
}
