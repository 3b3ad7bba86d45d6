import { applyDecorators, Controller, SetMetadata } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AnyAct } from '../engine/index.js';
import { type Actor, type Permitted, secretariat, staff } from '../platform/index.js';
import { CheckedInput } from './checked-input.js';
import { type Upload } from './upload.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Described {
  /** One line of Chinese, as the list of routes shows it. */
  summary: string;
  description?: string;
  /** What of an answer goes out, and how; whatever else its rows hold stays inside. */
  response?: z.ZodType;
  /** Media type of an answer that is a file. */
  produces?: string;
}

interface Allowed {
  /** Who may: whoever works on the compilation may read, the secretariat may act, unless told. */
  by: Permitted;
}

export interface ReadRoute<Path extends string, Query extends z.ZodRawShape> extends Described, Allowed {
  method: 'GET';
  path: Path;
  query: z.ZodObject<Query>;
}

export interface WriteRoute<Path extends string, Body extends z.ZodType> extends Described, Allowed {
  method: Exclude<Method, 'GET'>;
  path: Path;
  /** JSON, or the fields beside the file. */
  body: Body;
  /** A body that the schema accepts; shown to readers and tried by tests. */
  example?: z.input<Body>;
  /** What the file is; the request is then multipart/form-data with exactly one file. */
  file?: string;
  status: 200 | 201;
  /** A field of the body that is the act's key when the header brings none. */
  keyField?: string;
  /** What the route carries out, when it was made from a declared act. */
  act?: AnyAct;
}

export type AnyRoute = ReadRoute<string, z.ZodRawShape> | WriteRoute<string, z.ZodType>;

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type Params<Path extends string> = Record<ParamNames<Path>, string>;

/** What a handler gets: everything in it has passed the schemas of its route. */
export type InputOf<R> =
  R extends ReadRoute<infer Path, infer Query>
    ? { params: Params<Path>; query: z.output<z.ZodObject<Query>> }
    : R extends WriteRoute<infer Path, infer Body>
      ? { params: Params<Path>; body: z.output<Body>; actor: Actor; file: Upload }
      : never;

/** Where the routes of one compilation begin. */
export const inCompilation = '/api/v1/compilations/:compilationId';

const noQuery = {};
const noBody = z.undefined().or(z.null()).or(z.strictObject({}));

/** A route that changes nothing. */
export function read<Path extends string, Query extends z.ZodRawShape = typeof noQuery>(
  path: Path,
  { query, by = staff, ...described }: Described & Partial<Allowed> & { query?: Query },
): ReadRoute<Path, Query> {
  return { method: 'GET', path, by, query: z.strictObject(query ?? (noQuery as Query)), ...described };
}

type WriteOptions<Body extends z.ZodType> = Described &
  Partial<Allowed> &
  Partial<Pick<WriteRoute<string, Body>, 'method' | 'body' | 'example' | 'file' | 'status' | 'keyField'>>;

/** A route that performs one act, for whoever sends the request. */
export function write<Path extends string, Body extends z.ZodType = typeof noBody>(
  path: Path,
  { method = 'POST', body, by = secretariat, status = 200, ...rest }: WriteOptions<Body>,
): WriteRoute<Path, Body> {
  // A misspelt field must be refused: a reason that vanished silently would be missing from the file.
  const strict = body instanceof z.ZodObject ? (body.strict() as unknown as Body) : body;
  return { method, path, by, body: strict ?? (noBody as unknown as Body), status, ...rest };
}

const groupKey = 'bianzhi:group';
const checked = new CheckedInput<AnyRoute>('bianzhi:route');

export const routeOf = (handler: object): AnyRoute | undefined => checked.routeOf(handler);
export const groupOf = (controller: object): string => Reflect.getMetadata(groupKey, controller) as string;
export const keepInput = (request: FastifyRequest, input: unknown): void => checked.keep(request, input);

/** Makes a method the handler of a route; its one parameter is the route's checked input. */
export function Route<R extends { method: Method; path: string }>(route: R) {
  return <T extends (input: InputOf<R>) => unknown>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    checked.decorate(route as unknown as AnyRoute, target, key, descriptor);
  };
}

/** A controller whose routes are listed under one Chinese heading. */
export const ApiController = (group: string): ClassDecorator =>
  applyDecorators(Controller(), SetMetadata(groupKey, group)) as ClassDecorator;
