import { Account, RoleGrant } from '../../src/access/accounts/account.entity.js';
import { newAccount } from '../../src/access/accounts/found-house.use-case.js';
import { hashOf } from '../../src/access/secrets.js';
import { Session } from '../../src/access/sessions/session.entity.js';
import { Sessions } from '../../src/access/sessions/sessions.js';
import { IdSource, ServerKey, type StaffRole, WallClock } from '../../src/platform/index.js';
import { type HttpHouse } from './http-house.js';

export interface PageAnswer {
  status: number;
  html: string;
  /** Where the answer sends the browser; null when it shows something itself. */
  location: string | null;
  headers: Headers;
}

/** A browser without scripts that is signed in. */
export interface PageVisitor {
  get(path: string): Promise<PageAnswer>;
  /** Sends a form with its token; FormData for a file, a list for a repeated field. */
  post(
    path: string,
    fields?: Record<string, string | string[]> | URLSearchParams | FormData,
  ): Promise<PageAnswer>;
}

/** A post with these roles, or a unit (by its obligation) or an expert (by the invitation) come by a link. */
export type VisitorKind =
  StaffRole | readonly StaffRole[] | { kind: 'unit' | 'expert'; aboutId: string; partyId: string } | 'nobody';

export async function visitAs(
  house: HttpHouse,
  kind: VisitorKind,
  signInName = 'office-1',
): Promise<PageVisitor> {
  if (kind === 'nobody') return browser(house.url, null, '');
  const token = await tokenFor(house, kind, signInName);
  return browser(house.url, token, await formTokenOf(house, token));
}

/** Of a fresh session, as its cookie holds it. */
export async function tokenFor(
  house: HttpHouse,
  kind: Exclude<VisitorKind, 'nobody'>,
  signInName = 'office-1',
): Promise<string> {
  const entrant =
    typeof kind === 'object' && 'kind' in kind
      ? { ...kind, name: '来访者', compilationId: house.compilationId }
      : {
          kind: 'account' as const,
          name: signInName,
          accountId: await postWith(house, [kind].flat(), signInName),
        };
  return house.database.write((tx) => house.get(Sessions).open(tx, entrant));
}

async function postWith(house: HttpHouse, roles: StaffRole[], signInName: string): Promise<string> {
  const { compilationId, database } = house;
  const now = house.get(WallClock).now();
  return database.write(async (tx) => {
    const known = await tx.findOneBy(Account, { signInName });
    const account = known ?? newAccount(house.get(IdSource).next(), signInName, signInName, now);
    if (known === null) await tx.insert(Account, account);
    await tx.delete(RoleGrant, { accountId: account.id, compilationId });
    for (const role of roles) {
      const grant = { accountId: account.id, compilationId, role, grantedAt: now };
      await tx.insert(RoleGrant, { id: house.get(IdSource).next(), ...grant });
    }
    return account.id;
  });
}

/** What the forms of a session carry. @param token as its cookie holds it */
export async function formTokenOf(
  house: Pick<HttpHouse, 'database' | 'get'>,
  token: string,
): Promise<string> {
  const { id } = await house.database.read((reader) =>
    reader.findOneByOrFail(Session, { tokenHash: hashOf(token) }),
  );
  return `${id}.${house.get(ServerKey).derive('form', id)}`;
}

function browser(url: string, token: string | null, formToken: string): PageVisitor {
  const headers = {
    accept: 'text/html',
    ...(token === null ? {} : { cookie: `bianzhi-session=${token}` }),
  };
  const ask = async (path: string, init: RequestInit): Promise<PageAnswer> => {
    const response = await fetch(url + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...init,
      headers,
    });
    const html = await response.text();
    return {
      status: response.status,
      html,
      location: response.headers.get('location'),
      headers: response.headers,
    };
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields = {}) => {
      const isBody = fields instanceof FormData || fields instanceof URLSearchParams;
      const body = isBody ? fields : encoded(fields);
      body.append('formToken', formToken);
      return ask(path, { method: 'POST', body });
    },
  };
}

function encoded(fields: Record<string, string | string[]>): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [name, text]),
  );
  return new URLSearchParams(pairs);
}
