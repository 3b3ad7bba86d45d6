import { sessionCookie } from '../../access/index.js';
import { seeOtherAs, type SetCookie } from '../../web/index.js';

export const sessionAs = (token: string): SetCookie => ({ name: sessionCookie, value: token });
export const withoutSession: SetCookie = { name: sessionCookie, value: '', maxAge: 0 };

/** Where a person wanted to go before they had to sign in; only pages of this house. */
export const safePath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : '/';

/** Lets somebody in: the cookie holds the session's token, the database only its hash. */
export const enter = (token: string, path = '/', notice: string | null = null) =>
  seeOtherAs(sessionAs(token), path, notice);
