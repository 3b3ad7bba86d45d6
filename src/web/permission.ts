import { type Actor, type Permitted, type Role, secretariat } from '../platform/index.js';
import { type Visitor } from './visitor.js';
import { LinkNeeded, NotPermitted, NotWithinLink, SecondFactorMissing, SignInNeeded } from './web.errors.js';

/** Acts of the public are recorded without a name. */
const thePublic: Actor = { kind: 'public', id: 'anyone' };

/**
 * A link in a mail opens what its unit owes, or one invitation, and nothing beside it, whatever the address says.
 * @throws NotPermitted
 */
export function requireWithinScope({ scope }: Visitor, params: Record<string, string | undefined>): void {
  if (scope === null) return;
  const named = scope.kind === 'unit' ? params.obligationId : params.inviteeId;
  const strays = !scope.opens.includes(named ?? '') || params.compilationId !== scope.compilationId;
  if (strays) throw new NotPermitted(secretariat);
}

/** Pages of units and experts name what they are about in their address. @throws NotWithinLink */
export function requireOpenedByLink({ scope, name }: Visitor, params: Record<string, string>): void {
  const named = params.obligationId ?? params.inviteeId;
  if (scope !== null && named !== undefined && !scope.opens.includes(named))
    throw new NotWithinLink(name ?? '');
}

/** Who acts in this request. @throws SignInNeeded, NotPermitted */
export function permit(visitor: Visitor, by: Permitted, compilationId: string | undefined): Actor {
  return typeof by === 'string' ? unnamed(visitor, by, compilationId) : holder(visitor, by, compilationId);
}

/** No role is asked for; whoever has one acts in it. */
function unnamed(visitor: Visitor, by: 'anyone' | 'account', compilationId: string | undefined): Actor {
  // A program's token must neither read the secret of the second factor nor bind one.
  const isPost = visitor.accountId !== null && visitor.name !== null && !visitor.byToken;
  if (by === 'account' && !isPost) throw new SignInNeeded();
  return visitor.actorAs([], compilationId) ?? thePublic;
}

function holder(visitor: Visitor, by: readonly Role[], compilationId: string | undefined): Actor {
  const actor = visitor.actorAs(by, compilationId);
  if (actor !== null) return actor;
  if (visitor.lacksSecondFactor) throw new SecondFactorMissing();
  if (visitor.name !== null) throw new NotPermitted(by);
  const onlyByLink = by.every((role) => role === 'unit' || role === 'expert');
  throw onlyByLink ? new LinkNeeded() : new SignInNeeded();
}
