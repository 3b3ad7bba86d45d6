import { type FastifyRequest } from 'fastify';

/** Of a visitor whom the proxy in front does not tell apart from others. */
export const unknownAddress = 'unknown';

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|\[::1\]|::ffff:127\.\d+\.\d+\.\d+|localhost)$/;

/**
 * Where a request comes from. The door is open to this machine alone, so what reaches it under a public address comes
 * through a proxy here, which puts the visitor's address at the end of `X-Forwarded-For`. What stands before the end,
 * or in the header of a house without a proxy, anybody may have written.
 */
export function networkAddress(request: FastifyRequest, publicUrl: string): string {
  const peer = request.ip;
  if (!loopback.test(peer) || loopback.test(new URL(publicUrl).hostname)) return peer;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  const nearest = forwarded.split(',').at(-1)?.trim() ?? '';
  return /^[0-9a-f.:]{2,45}$/i.test(nearest) ? nearest : unknownAddress;
}
