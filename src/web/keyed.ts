import { type FastifyRequest } from 'fastify';
import { KeyUnfit } from '../engine/index.js';
import { type Actor, canonicalJson, formatActor, sha256 } from '../platform/index.js';
import { type Upload } from './upload.js';

/** Under which an act is asked for, and what is asked. */
export interface Keyed {
  actor: string;
  key: string;
  digest: string;
}

const keyHeader = 'idempotency-key';
/** The public all act under one name: a key that two of them might think of would not do. */
const shortestOfPublic = 16;

/** @returns null when the client sent no key. @throws KeyUnfit */
export function keyIn(request: FastifyRequest, actor: Actor, inBody: unknown): string | null {
  const header = request.headers[keyHeader] ?? inBody ?? undefined;
  if (header === undefined) return null;
  // The draft of RFC “Idempotency-Key” has a quoted string; most clients send it bare.
  const key = `${header as string}`.replace(/^"(.*)"$/, '$1');
  const shortest = actor.kind === 'public' ? shortestOfPublic : 1;
  if (!/^[\x21-\x7e]{1,200}$/.test(key) || key.length < shortest) throw new KeyUnfit(shortest);
  return key;
}

interface Asked {
  actor: Actor;
  body: unknown;
  file: Upload | null;
}

/** @param passing fields of the body that do not change what is asked */
export function keyed(
  request: FastifyRequest,
  key: string,
  { actor, body, file }: Asked,
  passing: readonly string[] = [],
): Keyed {
  const isPassing = (name: string) => passing.includes(name);
  const plain = JSON.parse(
    JSON.stringify(body ?? null, (name, value: unknown) => (isPassing(name) ? undefined : value)),
  ) as never;
  const bytes = file === null ? null : { name: file.name, sha256: sha256(file.bytes) };
  const asked = { method: request.method, path: request.url.split('?', 1)[0], body: plain, file: bytes };
  return { actor: formatActor(actor), key, digest: sha256(canonicalJson(asked)) };
}
