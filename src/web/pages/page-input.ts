import { type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { parseInput } from '../../platform/index.js';
import { formTokenOf, permit } from '../permission.js';
import { readParams, withoutNul } from '../route-input.js';
import { readFormWithFile, type Upload } from '../upload.js';
import { type Visitor } from '../visitor.js';
import { requireOwnPage } from './own-page.js';
import { type AnyPageRoute } from './page-route.js';

const entered = new WeakMap<FastifyRequest, Record<string, unknown>>();

/** What a person typed into the form of this request, to give it back when it was refused. */
export const enteredOf = (request: FastifyRequest): Record<string, unknown> => entered.get(request) ?? {};

/** Everything a handler may see of a request, checked and permitted. */
export async function readPageInput(
  route: AnyPageRoute,
  request: FastifyRequest,
  visitor: Visitor,
): Promise<{ params: Record<string, string>; [name: string]: unknown }> {
  const params = readParams(route.path, request) as Record<string, string>;
  const { compilationId } = params;
  const address = request.ip;
  if (route.method === 'GET') {
    const actor = permit(visitor, { by: route.by, changes: false }, compilationId, undefined);
    return {
      params,
      visitor,
      actor,
      address,
      query: parseInput(route.query, { ...(request.query as object) }),
    };
  }
  // A stranger's file is not even read; of other forms the refusal gives back what was typed.
  if (request.isMultipart()) permit(visitor, { by: route.by, changes: false }, compilationId, undefined);
  const { fields, file } = await readForm(request, route.file);
  const { formToken, ...typed } = fields;
  entered.set(request, typed);
  requireOwnPage(request);
  const token = formTokenOf(request, { formToken });
  const actor = permit(visitor, { by: route.by, changes: true }, compilationId, token);
  const body = parseInput(route.body as z.ZodType, typed);
  return { params, visitor, actor, address, body, file };
}

async function readForm(
  request: FastifyRequest,
  takesFile: boolean,
): Promise<{ fields: Record<string, unknown>; file: Upload | null }> {
  if (takesFile && request.isMultipart()) {
    const { fields, file } = await readFormWithFile(request);
    return { fields: withoutNul(fields) as Record<string, unknown>, file };
  }
  return { fields: withoutNul(request.body ?? {}) as Record<string, unknown>, file: null };
}
