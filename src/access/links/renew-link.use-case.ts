import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import { exampleId, idSchema, named, secretariat } from '../../platform/index.js';
import { Sessions } from '../sessions/sessions.js';
import { AccessLink, linkKinds } from './access-link.entity.js';
import { LinkTokens } from './link-tokens.js';

/*
 * Makes the links in earlier mails void: by a new generation, or, for good, by revoking.
 */

const input = z.object({ kind: named('链接', z.enum(linkKinds)), aboutId: idSchema });
const example = { kind: 'unit' as const, aboutId: exampleId };
const uses = { tokens: LinkTokens, sessions: Sessions };
type About = z.output<typeof input>;
interface Keepers {
  tokens: LinkTokens;
  sessions: Sessions;
}

/** Mails that leave from now on carry the new link. */
export const renewLink = defineAct({
  name: 'link.renewed',
  title: '更新链接',
  summary: '更新一家单位或者一位专家的链接：以前邮件中的链接失效',
  may: secretariat,
  path: 'links/renew',
  input,
  example,
  uses,
  perform: renew,
});

export const revokeLink = defineAct({
  name: 'link.revoked',
  title: '停用链接',
  summary: '停用一家单位或者一位专家的链接，不再更新',
  afterEnd: 'always',
  may: secretariat,
  path: 'links/revoke',
  input,
  example,
  notAt: { page: '页面上用“更新链接”：更新后以前的链接即失效' },
  uses,
  async perform(act, about, keepers) {
    const { generation } = await keepers.tokens.standing(act.tx, about.aboutId);
    await keep(act, about, keepers, { generation, renewedAt: null, revokedAt: act.now });
    act.note({ ...about, generation });
  },
});

/** As a part of an act that does more. */
export async function renew(act: Act, about: About, keepers: Keepers): Promise<void> {
  const { generation } = await keepers.tokens.standing(act.tx, about.aboutId);
  const next = generation + 1;
  await keep(act, about, keepers, { generation: next, renewedAt: act.now, revokedAt: null });
  act.note({ ...about, generation: next });
}

async function keep(
  act: Act,
  { kind, aboutId: id }: About,
  { sessions }: Keepers,
  change: Pick<AccessLink, 'generation' | 'renewedAt' | 'revokedAt'>,
): Promise<void> {
  // Whoever came in by an earlier link must not stay when it no longer counts.
  await sessions.endAbout(act.tx, id);
  await act.tx.delete(AccessLink, { id });
  await act.tx.insert(AccessLink, { id, kind, compilationId: act.compilationId, ...change });
}
