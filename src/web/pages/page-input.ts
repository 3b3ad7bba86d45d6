import { type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { fieldsOf } from '../../engine/index.js';
import { parseInput, titleOfField } from '../../platform/index.js';
import { formTokenOf, requireOwnForm } from '../form-maker.js';
import { permit, requireOpenedByLink } from '../permission.js';
import { readParams, withoutNul } from '../route-input.js';
import { readFormWithFile, type Upload } from '../upload.js';
import { type Doorkeeper, type Visitor } from '../visitor.js';
import { requireOwnPage } from './own-page.js';
import { type AnyPageRoute } from './page-route.js';

interface Entered {
  fields: Record<string, unknown>;
  /** For whom the form was made: given back with the fields, so that it goes to no other party. */
  formToken: string;
  /** Under which the form's act is known: sent twice, it is done once. Empty when none was sent. */
  ticket: string;
  /** What the fields are called, as far as the form's act says it. */
  titles: Record<string, string | undefined>;
}
const entered = new WeakMap<FastifyRequest, Entered>();

/** What a person typed into the form of this request, to give it back when it was refused. */
export const enteredOf = (request: FastifyRequest): Entered =>
  entered.get(request) ?? { fields: {}, formToken: '', ticket: '', titles: {} };

/** Everything a handler may see of a request, checked and permitted. */
export async function readPageInput(
  route: AnyPageRoute,
  request: FastifyRequest,
  visitor: Visitor,
  doorkeeper: Doorkeeper,
): Promise<{ params: Record<string, string>; [name: string]: unknown }> {
  const params = readParams(route.path, request) as Record<string, string>;
  const { compilationId } = params;
  const address = request.ip;
  if (route.method === 'GET') {
    const actor = permit(visitor, route.by, compilationId);
    requireOpenedByLink(visitor, params);
    return {
      params,
      visitor,
      actor,
      address,
      query: parseInput(route.query, { ...(request.query as object) }),
    };
  }
  // A stranger's file is not even read; of other forms the refusal gives back what was typed.
  if (request.isMultipart()) permit(visitor, route.by, compilationId);
  const { fields, file } = await readForm(request, route.file);
  const { formToken, formTicket, ...typed } = fields;
  const token = formTokenOf(request, { formToken });
  requireOwnPage(request);
  entered.set(request, {
    fields: typed,
    formToken: token,
    ticket: ticketIn(formTicket),
    titles: titlesOf(route),
  });
  await requireOwnForm(doorkeeper, visitor, route.by, request, token);
  const actor = permit(visitor, route.by, compilationId);
  requireOpenedByLink(visitor, params);
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

const ticketIn = (field: unknown): string =>
  typeof field === 'string' && /^[\w-]{16,64}$/.test(field) ? field : '';

/** Named in a complaint, but nothing that a person could write anew. */
const putInByThePage = /(Id|Ids|ids|revision|began|key)$/;

function titlesOf({ act }: AnyPageRoute & { method: 'POST' }): Entered['titles'] {
  if (act === undefined) return {};
  const fields = Object.entries(fieldsOf(act)).filter(([name]) => !putInByThePage.test(name));
  return Object.fromEntries(fields.map(([name, schema]) => [name, titleOfField(schema)]));
}
