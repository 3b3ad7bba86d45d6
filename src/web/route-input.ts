import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, idSchema, parseInput } from '../platform/index.js';
import { flagQuery } from './page.js';
import { type AnyRoute } from './route.js';
import { readMultipart } from './upload.js';
import { FileNotExpected, JsonExpected } from './web.errors.js';

export const paramNames = (path: string): string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]);

/** Everything a handler may see of a request, checked; what does not fit is refused before the handler runs. */
export async function readInput(route: AnyRoute, request: FastifyRequest, actor: Actor): Promise<object> {
  if (route.method === 'GET')
    return { params: readParams(route.path, request), query: readQuery(route, request) };
  const params = readParams(route.path, request);
  const tried = triedFirst(route, request);
  if (takesFile(route)) {
    const { fields, file } = await readMultipart(request);
    return { actor, params, ...tried, body: parseInput(route.body, withoutNul(fields)), file };
  }
  if (request.isMultipart()) throw new FileNotExpected();
  if (isForm(request)) throw new JsonExpected();
  return { actor, params, ...tried, body: parseInput(route.body, withoutNul(request.body)) };
}

const dryRunQuery = z.strictObject({ dryRun: flagQuery });

/** Any declared act can be tried first: done, taken back, and told. */
function triedFirst(route: AnyRoute, { query }: FastifyRequest): { dryRun?: boolean } {
  if (route.method !== 'GET' && route.act !== undefined)
    return parseInput(dryRunQuery, { ...(query as object) });
  parseInput(z.strictObject({}), query);
  return {};
}

/** What a form of a page sends; another site's page can send one too, but no JSON. */
const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;

/** PostgreSQL refuses NUL wherever it stands, even in an id that is only looked up; nobody types it. */
export function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '');
  if (Array.isArray(value)) return value.map(withoutNul);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutNul(member)]));
}

export function readParams(path: string, request: FastifyRequest): unknown {
  const shape = Object.fromEntries(paramNames(path).map((name) => [name, idSchema]));
  return parseInput(z.object(shape), request.params);
}

function readQuery(route: AnyRoute & { method: 'GET' }, request: FastifyRequest): unknown {
  return parseInput(route.query, { ...(request.query as object) });
}

/** Whether a route is sent a form with a file; one that is sent elsewhere is refused unread. */
const takesFile = (route: AnyRoute): boolean => route.method !== 'GET' && route.file !== undefined;
