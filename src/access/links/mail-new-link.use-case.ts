import { Injectable } from '@nestjs/common';
import { Acts } from '../../engine/index.js';
import { Obligation, obligationPath } from '../../obligations/index.js';
import { Database } from '../../platform/index.js';
import { LinkVoid, TooManyLinks } from '../access.errors.js';
import { Attempts } from '../attempts.js';
import { type LinkGiven } from './enter-by-link.use-case.js';
import { LinkTokens } from './link-tokens.js';
import { renew, renewLink } from './renew-link.use-case.js';
import { Sessions } from '../sessions/sessions.js';
import { lettersTo } from './unit-letter.js';

const linksPerHour = 3;
const hourMs = 3_600_000;

/**
 * A unit whose link is void has a new one mailed to its registered contact. A genuine earlier link is asked for, so
 * that a stranger can neither void links nor learn which obligations there are.
 */
@Injectable()
export class MailNewLinkUseCase {
  constructor(
    private readonly database: Database,
    readonly tokens: LinkTokens,
    private readonly attempts: Attempts,
    readonly sessions: Sessions,
    private readonly acts: Acts,
  ) {}

  /** Whether a new link would be mailed to who shows this one. A revoked link stays revoked. */
  async mayAsk({ kind, aboutId, generation, token }: LinkGiven): Promise<boolean> {
    if (kind !== 'unit' || !this.tokens.isEarlier(kind, aboutId, generation, token)) return false;
    return this.database.read(async (reader) => {
      const { revokedAt } = await this.tokens.standing(reader, aboutId);
      return revokedAt === null && (await reader.existsBy(Obligation, { id: aboutId }));
    });
  }

  /** @throws LinkVoid, TooManyLinks */
  async execute(given: LinkGiven): Promise<void> {
    const { aboutId: id } = given;
    if (!(await this.mayAsk(given))) throw new LinkVoid();
    if (!(await this.attempts.take(`new-link:${id}`, linksPerHour, hourMs))) throw new TooManyLinks();
    const { compilationId, unitId } = await this.database.read((reader) =>
      reader.findOneByOrFail(Obligation, { id }),
    );
    const actor = { kind: 'unit' as const, id: unitId };
    await this.acts.perform({ compilationId, actor, type: renewLink.name }, async (act) => {
      await renew(act, { kind: 'unit', aboutId: id }, this);
      const letters = await lettersTo(act, id, {
        template: 'new-link',
        key: `new-link:${act.ledgerSeq}`,
        about: id,
        action: { label: '进入', path: obligationPath(id) },
        view: (title) => ({ link: { title } }),
      });
      await act.post(letters);
    });
  }
}
