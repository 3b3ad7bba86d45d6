import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { Mail, type MailCheck, MailChecks, type MailVerdict } from '../outbox/index.js';
import { DigestQuery } from './digest.query.js';

export const digestCheckName = 'digest';

/** A digest that was held up over a night tells of this morning, and one that a later one follows is part of that. */
@Injectable()
export class DigestCheck implements MailCheck {
  readonly name = digestCheckName;

  constructor(
    private readonly digests: DigestQuery,
    checks: MailChecks,
  ) {
    checks.add(this);
  }

  async verdict(reader: EntityManager, { id, compilationId, view }: Mail): Promise<MailVerdict> {
    const later = { compilationId, template: 'digest', id: MoreThan(id) };
    if (await reader.existsBy(Mail, later)) return { due: false, reason: '已有其后的一份，并入其中' };
    const digest = await this.digests.compose(compilationId);
    if (digest === null) return { due: false, reason: '已经没有需要告知的事项' };
    return { due: true, view: { ...digest.view, reference: view.reference } };
  }
}
