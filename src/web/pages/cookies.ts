import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type SetCookie } from './page-answer.js';

const noticeCookie = 'notice';
const noticeSeconds = 60;
const doneSeconds = 24 * 3600;

/**
 * Over TLS the name's prefix makes browsers refuse the cookie from anywhere but this very host (RFC 6265bis). On a
 * plain address, as on one machine, browsers would drop such a cookie.
 */
export const cookieName = (name: string, publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Host-bianzhi-${name}` : `bianzhi-${name}`;

export function setCookies(reply: FastifyReply, cookies: SetCookie[], publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  for (const { name, value, maxAge, readable = false } of cookies) {
    reply.setCookie(cookieName(name, publicUrl), value, {
      path: '/',
      httpOnly: !readable,
      secure,
      sameSite: 'lax',
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }
}

/** Tells the scripts of the next page which form has had its effect: what they kept of it can go. */
export const doneAsCookie = (ticket: string, path: string): SetCookie => ({
  name: 'done',
  value: `${ticket} ${path}`,
  maxAge: doneSeconds,
  readable: true,
});

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
