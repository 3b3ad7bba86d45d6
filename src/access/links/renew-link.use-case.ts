import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../engine/index.js';
import { type Actor } from '../../platform/index.js';
import { Sessions } from '../sessions/sessions.js';
import { AccessLink, type LinkKind } from './access-link.entity.js';
import { LinkTokens } from './link-tokens.js';

/** Makes the links in earlier mails void: by a new generation, or, for good, by revoking. */
@Injectable()
export class RenewLinkUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly tokens: LinkTokens,
    private readonly sessions: Sessions,
  ) {}

  /** Mails that leave from now on carry the new link. @param alongside what else belongs to the same act */
  renew(
    compilationId: string,
    actor: Actor,
    kind: LinkKind,
    aboutId: string,
    alongside: (act: Act) => Promise<void> = async () => {},
  ): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'link.renewed' }, async (act) => {
      const { generation } = await this.tokens.standing(act.tx, aboutId);
      await this.keep(act, kind, aboutId, {
        generation: generation + 1,
        renewedAt: act.now,
        revokedAt: null,
      });
      act.note({ kind, aboutId, generation: generation + 1 });
      await alongside(act);
    });
  }

  revoke(compilationId: string, actor: Actor, kind: LinkKind, aboutId: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'link.revoked' }, async (act) => {
      const { generation } = await this.tokens.standing(act.tx, aboutId);
      await this.keep(act, kind, aboutId, { generation, renewedAt: null, revokedAt: act.now });
      act.note({ kind, aboutId, generation });
    });
  }

  private async keep(
    act: Act,
    kind: LinkKind,
    id: string,
    change: Pick<AccessLink, 'generation' | 'renewedAt' | 'revokedAt'>,
  ): Promise<void> {
    // Whoever came in by an earlier link must not stay when it no longer counts.
    await this.sessions.endAbout(act.tx, id);
    await act.tx.delete(AccessLink, { id });
    await act.tx.insert(AccessLink, { id, kind, compilationId: act.compilationId, ...change });
  }
}
