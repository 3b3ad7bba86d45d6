import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, parseInput } from '../platform/index.js';
import { type AnyRoute } from './route.js';
import { readMultipart, takesFile } from './upload.js';
import { FileNotExpected, JsonExpected } from './web.errors.js';

/** Ids are made by the house, keys by its definitions: neither holds anything else. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: '编号应为1至64个字母、数字、下划线或者连字符' });

export const paramNames = (path: string): string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]);

/** Everything a handler may see of a request, checked; what does not fit is refused before the handler runs. */
export async function readInput(route: AnyRoute, request: FastifyRequest, actor: Actor): Promise<object> {
  if (route.method === 'GET')
    return { params: readParams(route.path, request), query: readQuery(route, request) };
  const params = readParams(route.path, request);
  parseInput(z.strictObject({}), request.query);
  if (takesFile(route)) {
    const { fields, file } = await readMultipart(request);
    return { actor, params, body: parseInput(route.body, withoutNul(fields)), file };
  }
  if (request.isMultipart()) throw new FileNotExpected();
  if (isForm(request)) throw new JsonExpected();
  return { actor, params, body: parseInput(route.body, withoutNul(request.body)) };
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
