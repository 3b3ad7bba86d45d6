import { type Permitted, type Role, roleTitles, staff } from '../../src/platform/index.js';

export interface GuardedRoute {
  method: string;
  path: string;
  by: Permitted;
}

export const everyRole = Object.keys(roleTitles) as Role[];

export function isAllowed(by: Permitted, role: Role): boolean {
  if (by === 'anyone') return true;
  if (by === 'account') return staff.includes(role);
  return role !== 'public' && by.includes(role);
}

const heading = `# Who may what

Every address of the program with the roles that may use it: ● allowed, blank refused. Roles are held per compilation;
units come by the link in their mail and reach what their unit owes, experts the invitation that their link names. The
table is compared with the program, and each of its cells is tried, by \`test/e2e/permissions.db.spec.ts\`
(\`UPDATE_DOCS=yes npm test -- permissions --selectProjects sqlite\` writes it anew).
`;

/** docs/PERMISSIONS.md */
export function permissionTable(routes: readonly GuardedRoute[]): string {
  const head = ['address', ...everyRole.map((role) => roleTitles[role])];
  const lines = [...routes]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ method, path, by }) => [
      `${method} ${path}`,
      ...everyRole.map((role) => (isAllowed(by, role) ? '●' : '')),
    ]);
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  return `${heading}\n${table.join('\n')}\n`;
}

const keyOf = ({ path, method }: GuardedRoute): string => `${path} ${method}`;
