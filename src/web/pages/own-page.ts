import { type FastifyRequest } from 'fastify';
import { FormExpired } from '../web.errors.js';

/**
 * A change must be asked for by a page of this house. Browsers say where a form stood in `Sec-Fetch-Site`, which no
 * page can forge, or else in `Origin`; under our no-referrer policy that one reads `null` and says nothing, and the
 * form's token decides (OWASP CSRF Prevention Cheat Sheet).
 */
export function requireOwnPage({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site !== undefined) throw new FormExpired();
  const { origin } = headers;
  if (origin === undefined || origin === 'null') return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new FormExpired();
}
