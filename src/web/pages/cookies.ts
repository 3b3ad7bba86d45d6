import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type SetCookie } from './page-answer.js';

const noticeCookie = 'notice';
const noticeSeconds = 60;

/**
 * Over TLS the name's prefix makes browsers refuse the cookie from anywhere but this very host (RFC 6265bis). On a
 * plain address, as on one machine, browsers would drop such a cookie.
 */
export const cookieName = (name: string, publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Host-bianzhi-${name}` : `bianzhi-${name}`;

export function setCookies(reply: FastifyReply, cookies: SetCookie[], publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  for (const { name, value, maxAge } of cookies) {
    reply.setCookie(cookieName(name, publicUrl), value, {
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'lax',
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }
}

export const cookieOf = (request: FastifyRequest, name: string, publicUrl: string): string | undefined =>
  request.cookies[cookieName(name, publicUrl)];

export const noticeAsCookie = (notice: string): SetCookie => ({
  name: noticeCookie,
  value: Buffer.from(notice).toString('base64url'),
  maxAge: noticeSeconds,
});

/** What the page before did; read once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string | null {
  const value = cookieOf(request, noticeCookie, publicUrl);
  if (value === undefined || value === '') return null;
  setCookies(reply, [{ name: noticeCookie, value: '', maxAge: 0 }], publicUrl);
  return Buffer.from(value, 'base64url').toString('utf8').slice(0, 500);
}
