import { type IncomingHttpHeaders } from 'node:http';
import { type Actor } from '../platform/index.js';
import { ActorMissing, ActorUnknown } from './web.errors.js';

export const actorHeader = 'X-Bianzhi-Actor';

/** Everyone but `system`: only the house itself acts in its own name. */
export const actorKinds = [
  'secretariat',
  'reviewer',
  'unit',
  'expert',
  'leadingGroup',
  'public',
  'administrator',
] as const satisfies Actor['kind'][];

const shape = new RegExp(`^(${actorKinds.join('|')}):([a-z0-9-]{1,64})$`);

/**
 * Who acts, until accounts exist. A browser on another site cannot send this header without being allowed to, so
 * asking for it on every write also keeps such sites out.
 */
export function actorFrom(headers: IncomingHttpHeaders): Actor {
  const value = headers[actorHeader.toLowerCase()];
  if (value === undefined || value === '') throw new ActorMissing(actorHeader);
  const match = shape.exec(String(value));
  if (match === null) throw new ActorUnknown(actorHeader, actorKinds);
  return { kind: match[1] as Actor['kind'], id: match[2] };
}
