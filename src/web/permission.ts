import { type FastifyRequest } from 'fastify';
import { type Actor, type Permitted, type Role, secretariat } from '../platform/index.js';
import { type Visitor } from './visitor.js';
import { FormExpired, NotPermitted, SecondFactorMissing, SignInNeeded } from './web.errors.js';

/** Acts of the public are recorded without a name. */
const thePublic: Actor = { kind: 'public', id: 'anyone' };

/**
 * A link in a mail opens one obligation or one invitation and nothing beside it, whatever the address says.
 * @throws NotPermitted
 */
export function requireWithinScope({ scope }: Visitor, params: Record<string, string | undefined>): void {
  if (scope === null) return;
  const named = scope.kind === 'unit' ? params.obligationId : params.inviteeId;
  const strays = named !== scope.aboutId || params.compilationId !== scope.compilationId;
  if (strays) throw new NotPermitted(secretariat);
}

export interface Need {
  by: Permitted;
  changes: boolean;
}

/**
 * Who acts in this request. @throws SignInNeeded, NotPermitted, and FormExpired when a browser sends a change that
 * no page of ours asked for.
 */
export function permit(
  visitor: Visitor,
  { by, changes }: Need,
  compilationId: string | undefined,
  formToken: unknown,
): Actor {
  const actor =
    typeof by === 'string' ? unnamed(visitor, by, compilationId) : holder(visitor, by, compilationId);
  if (changes && visitor.sessionId !== null && !visitor.byToken && formToken !== visitor.formToken)
    throw new FormExpired();
  return actor;
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
  throw visitor.name === null ? new SignInNeeded() : new NotPermitted(by);
}

/** A form sends it as a field, a script as a header. */
export const formTokenOf = (request: FastifyRequest, fields: unknown): unknown =>
  request.headers['x-form-token'] ?? (fields as { formToken?: unknown } | undefined)?.formToken;
