import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, type StaffRole, staffRoles } from '../../src/platform/index.js';
import { RouteTable } from '../../src/web/route-table.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { Credentials } from '../support/credentials.js';
import { formTokenOf, tokenFor } from '../support/page-visitor.js';
import { everyRole, type GuardedRoute, isAllowed, permissionTable } from '../support/permission-table.js';

const file = join(import.meta.dirname, '..', '..', 'docs', 'PERMISSIONS.md');

describe('who may what', () => {
  let house: HttpHouse;
  let routes: GuardedRoute[];
  let ids: Record<string, string>;
  beforeAll(async () => {
    house = await openHttpHouse(undefined, 12);
    const table = house.get(RouteTable, { strict: false });
    routes = [...table.routes().map(({ route }) => route), ...table.pageRoutes()];
    const all = `/api/v1/compilations/${house.compilationId}`;
    await house.call(`${all}/advance`, { body: { event: 'startCompilation' } });
    const { json } = await house.call<{ items: { id: string }[] }>(`${all}/obligations?limit=1`);
    ids = { compilationId: house.compilationId, obligationId: json.items[0].id };
  });
  afterAll(() => house.close());

  const refused = (method: string, path: string, headers: Record<string, string>): Promise<boolean> =>
    fetch(house.url + path, { method, headers, redirect: 'manual' }).then(
      async ({ status, body }) => (await body?.cancel(), status === 401 || status === 403),
    );

  /** Posts come with a personal token; their own account they reach only by signing in. */
  const headersOf = async (
    role: Role,
    { by }: GuardedRoute,
    path: string,
  ): Promise<Record<string, string>> => {
    const isStaff = staffRoles.includes(role as StaffRole);
    if (role === 'public') return {};
    if (by === 'account' && isStaff) {
      const token = await tokenFor(house, role as StaffRole, `post-${role.toLowerCase()}`);
      return { cookie: `bianzhi-session=${token}`, 'x-form-token': await formTokenOf(house, token) };
    }
    const actor = `${role}:${isStaff ? `post-${role.toLowerCase()}` : 'somebody'}`;
    return new Credentials(house).headersFor(actor, path);
  };

  const addressOf = ({ path }: GuardedRoute): string =>
    path.replace(/:([A-Za-z]+)/g, (_, name: string) => ids[name] ?? 'x');

  it('is written down as it is', () => {
    const table = permissionTable(routes);
    if (process.env.UPDATE_DOCS === 'yes') writeFileSync(file, table);
    expect(readFileSync(file, 'utf8')).toBe(table);
  });

  it.each(everyRole)(
    '%s is let through and refused as the table says',
    async (role) => {
      const failures: string[] = [];
      for (const route of routes) {
        const path = addressOf(route);
        const headers = await headersOf(role, route, path);
        const wrongly = (await refused(route.method, path, headers)) === isAllowed(route.by, role);
        if (wrongly) failures.push(`${route.method} ${route.path}`);
      }
      expect(failures).toEqual([]);
    },
    120_000,
  );

  it('a unit that names another obligation than its link opened is refused', async () => {
    const other = (
      await house.call<{ items: { id: string }[] }>(
        `/api/v1/compilations/${ids.compilationId}/obligations?limit=2`,
      )
    ).json.items[1];
    const path = (id: string) => `/api/v1/compilations/${ids.compilationId}/obligations/${id}/material`;
    const headers = await new Credentials(house).headersFor('unit:somebody', path(ids.obligationId));
    expect(await refused('GET', path(ids.obligationId), headers)).toBe(false);
    expect(await refused('GET', path(other.id), headers)).toBe(true);
  });
});
