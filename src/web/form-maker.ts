import { type FastifyRequest } from 'fastify';
import { type Permitted } from '../platform/index.js';
import { type Doorkeeper, type Party, type Visitor } from './visitor.js';
import { FormExpired, FormOfAnother, SessionEnded } from './web.errors.js';

/** A form sends it as a field, a script as a header. */
export function formTokenOf(request: FastifyRequest, fields: { formToken?: unknown } = {}): string {
  const token = request.headers['x-form-token'] ?? fields.formToken;
  return typeof token === 'string' ? token : '';
}

/**
 * A change is registered for whom its form was made, or not at all: the browser's session may since have become
 * another party's, or have ended.
 * @throws FormOfAnother, SessionEnded, and FormExpired when no page of ours asked for the change
 */
export async function requireOwnForm(
  doorkeeper: Doorkeeper,
  visitor: Visitor,
  by: Permitted,
  request: FastifyRequest,
  formToken: string,
): Promise<void> {
  if (visitor.byToken) return;
  const maker = formToken === '' ? null : await doorkeeper.madeFor(formToken);
  if (maker !== null) return requireSame(maker, visitor, by);
  if (visitor.sessionId === null) return;
  // A link's page, or the one for signing in, may have been opened before somebody came in from another tab.
  const forAnyone =
    by === 'anyone' && formToken === '' && request.headers['sec-fetch-site'] === 'same-origin';
  if (!forAnyone && formToken !== visitor.formToken) throw new FormExpired();
}

function requireSame(maker: Party, { party, name }: Visitor, by: Permitted): void {
  if (maker.key === party?.key) return;
  if (party !== null) throw new FormOfAnother(maker.name, name ?? '');
  if (by !== 'anyone') throw new SessionEnded(maker);
}
