/** One part of a message that holds content and no further parts. */
export interface MessagePart {
  /** text/plain, text/html, text/calendar … in lower case. */
  type: string;
  bytes: Buffer;
}

interface Entity {
  headers: Map<string, string>;
  body: string;
}

/**
 * The parts of a message that this house composed, in their order. It reads what {@link composeMessage} writes (base64
 * or quoted-printable, boundaries in quotes), not whatever mail programs of the world may send.
 */
export function partsOf(message: Buffer): MessagePart[] {
  return leavesOf(entityOf(message.toString('latin1')));
}

function leavesOf(entity: Entity): MessagePart[] {
  const type = entity.headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined)
    return [{ type: type.split(';', 1)[0].trim().toLowerCase(), bytes: decoded(entity) }];
  return entity.body
    .split(`--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .flatMap((part) => leavesOf(entityOf(part.replace(/^\r\n/, ''))));
}

function entityOf(text: string): Entity {
  const end = text.indexOf('\r\n\r\n');
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\r\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 4) };
}

function decoded({ headers, body }: Entity): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=\r\n/g, '');
  const octets = joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(octets, 'latin1');
}
