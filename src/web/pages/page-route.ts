import { Controller } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AnyAct } from '../../engine/index.js';
import { type Actor, type Permitted } from '../../platform/index.js';
import { CheckedInput } from '../checked-input.js';
import { type Params } from '../route.js';
import { type Upload } from '../upload.js';
import { type Visitor } from '../visitor.js';

interface Common<Path extends string> {
  path: Path;
  by: Permitted;
}

/** A page that is looked at; it changes nothing, for mail scanners and browsers open addresses on their own. */
export interface PageRoute<Path extends string, Query extends z.ZodRawShape> extends Common<Path> {
  method: 'GET';
  query: z.ZodObject<Query>;
  /** `Cache-Control` of pages that look the same to everybody; others are not stored anywhere. */
  cached?: string;
}

/** What a button sends. */
export interface FormRoute<Path extends string, Body extends z.ZodType> extends Common<Path> {
  method: 'POST';
  body: Body;
  /** Whether a file may come with it. */
  file: boolean;
  /** Whether one ticket has one effect: every act, but for coming in and for steps that may be gone back to. */
  once?: boolean;
  /** Fields that do not change what is asked. */
  passing?: readonly string[];
  /** The declared act that the form carries out. */
  act?: AnyAct;
}

export type AnyPageRoute = PageRoute<string, z.ZodRawShape> | FormRoute<string, z.ZodType>;

/** Who asks, and from where. */
export interface Asker {
  visitor: Visitor;
  actor: Actor;
  /** Of the network, for limits; never kept as it is. */
  address: string;
}

/** What a handler gets: everything in it has passed the schemas of its route. */
export type PageInput<R> =
  R extends PageRoute<infer Path, infer Query>
    ? { params: Params<Path>; query: z.output<z.ZodObject<Query>> } & Asker
    : R extends FormRoute<infer Path, infer Body>
      ? { params: Params<Path>; body: z.output<Body>; file: Upload | null } & Asker
      : never;

const noQuery = {};

/** An address that shows something. Unknown query fields are dropped: mail programs add their own. */
export function page<Path extends string, Query extends z.ZodRawShape = typeof noQuery>(
  path: Path,
  { by, query, cached }: { by: Permitted; query?: Query; cached?: string },
): PageRoute<Path, Query> {
  return { method: 'GET', path, by, query: z.object(query ?? (noQuery as Query)), cached };
}

/** An address that a form is sent to. */
export function form<Path extends string, Body extends z.ZodType>(
  path: Path,
  {
    by,
    body,
    file = false,
    once,
    passing,
    act,
  }: Pick<FormRoute<Path, Body>, 'by' | 'body' | 'once' | 'passing' | 'act'> & {
    file?: boolean;
  },
): FormRoute<Path, Body> {
  return { method: 'POST', path, by, body, file, once, passing, act };
}

/** The body of a form that only has a button. */
export const nothing = z.object({});

const checked = new CheckedInput<AnyPageRoute>('bianzhi:page-route');

export const pageRouteOf = (handler: object): AnyPageRoute | undefined => checked.routeOf(handler);
export const keepPageInput = (request: FastifyRequest, input: unknown): void => checked.keep(request, input);

/** Makes a method the handler of a page or form; its one parameter is the route's checked input. */
export function OnPage<R extends { method: 'GET' | 'POST'; path: string }>(route: R) {
  return <T extends (input: PageInput<R>) => unknown>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    checked.decorate(route as unknown as AnyPageRoute, target, key, descriptor);
  };
}

export const PageController = (): ClassDecorator => Controller() as ClassDecorator;
