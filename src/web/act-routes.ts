import { type Type } from '@nestjs/common';
import { z } from 'zod';
import { type Act, ActRunner, type AnyAct, fieldsOf, inAddress, inputWithout } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { ApiController, inCompilation, type AnyRoute, Route } from './route.js';
import { type Upload } from './upload.js';

interface ActInput {
  params: Record<string, string>;
  actor: Actor;
  body: unknown;
  file: Upload | null;
  dryRun?: boolean;
}

/** The address and the description of an act at the API, made from its declaration. */
export function actRoute(act: AnyAct): AnyRoute {
  return {
    method: act.method ?? 'POST',
    path: `${inCompilation}/${act.path}`,
    by: act.may,
    summary: act.summary ?? act.title,
    body: bodyOf(act),
    example: exampleOf(act) as never,
    file: act.file,
    response: act.answer as z.ZodType | undefined,
    status: act.status ?? 200,
    keyField: act.keyField,
    act,
  };
}

const noBody = z.undefined().or(z.null()).or(z.strictObject({}));

function bodyOf(act: AnyAct): z.ZodType {
  const body = inputWithout(act, inAddress(act));
  if (body instanceof z.ZodObject && Object.keys(body.shape).length === 0) return noBody;
  // Of an act whose every field may be left out the whole body may be.
  return body.safeParse({}).success ? z.preprocess((sent) => sent ?? {}, body) : body;
}

function exampleOf(act: AnyAct): unknown {
  const named = inAddress(act);
  const own = Object.entries(act.example as object).filter(([name]) => !named.includes(name));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

/** The routes of a room's acts, listed under one Chinese heading. */
export function actRoutes(group: string, acts: readonly AnyAct[]): Type {
  class ActsController {
    constructor(readonly runner: ActRunner) {}
  }
  Reflect.defineMetadata('design:paramtypes', [ActRunner], ActsController);
  ApiController(group)(ActsController);
  for (const act of acts.filter(({ notAt }) => notAt?.api === undefined)) {
    const descriptor: PropertyDescriptor = { value: handlerOf(act), writable: true, configurable: true };
    Object.defineProperty(ActsController.prototype, act.name, descriptor);
    Route(actRoute(act) as never)(ActsController.prototype, act.name, descriptor as never);
  }
  return ActsController;
}

function handlerOf(act: AnyAct) {
  return async function (this: { runner: ActRunner }, asked: ActInput): Promise<unknown> {
    const { compilationId, ...address } = asked.params;
    const named = inputFromAddress(act, address);
    const input = { ...named, ...(asked.body ?? {}) };
    const who = { compilationId, actor: asked.actor };
    if (asked.dryRun === true)
      return new Foreseen(previewView(await this.runner.preview(act, who, input, { file: asked.file })));
    const result: unknown = await this.runner.carryOut(act, who, input, { file: asked.file });
    return act.answer === undefined ? undefined : result;
  };
}

function inputFromAddress(act: AnyAct, address: Record<string, string>): object {
  const fields = fieldsOf(act);
  const named = Object.fromEntries(inAddress(act).map((name) => [name, fields[name]]));
  return parseInput(z.object(named), address);
}

/** The answer to a dry run, which is not the act's. */
export class Foreseen {
  constructor(readonly view: z.output<typeof foreseenView>) {}
}

export const foreseenView = z.object({
  dryRun: z.literal(true),
  transitions: z.array(z.object({ instance: z.string(), from: z.string().nullable(), to: z.string() })),
  effects: z.array(
    z.object({
      kind: z.string(),
      dueAt: z.number(),
      mails: z.array(z.object({ template: z.string(), to: z.string() })),
    }),
  ),
  timers: z.enum(['held', 'released', 'ended']).nullable(),
});

function previewView({
  transitions,
  effects,
  timers,
}: {
  transitions: Act['transitions'];
  effects: Act['effects'];
  timers: Act['timers'];
}): z.output<typeof foreseenView> {
  return foreseenView.parse({ dryRun: true, transitions, effects, timers });
}
