import { strict as assert } from 'node:assert';
import { type Type } from '@nestjs/common';
import { type z } from 'zod';
import {
  ActRunner,
  type AnyAct,
  fieldsOf,
  type Given,
  inputWithout,
  type ResultOf,
  type Sent,
  type Who,
} from '../../engine/index.js';
import { type Permitted } from '../../platform/index.js';
import { type Params } from '../route.js';
import { paramNames } from '../route-input.js';
import { formBody } from './form-body.js';
import { type SeeOther, type ShownPage } from './page-answer.js';
import { type Asker, type FormRoute, OnPage, PageController } from './page-route.js';
import { type Upload } from '../upload.js';

/** What a form adds to its act: the fields that the page itself knows, and what comes after. */
interface FormOf<A extends AnyAct, Path extends string> {
  /** Fields that the address says or the page decides, by name. */
  given?: { [Field in keyof Given<A>]?: (params: Params<Path>) => Given<A>[Field] };
  /** Where to go next, and the sentence to say there. */
  then: (done: Done<A, Path>) => SeeOther | ShownPage | Promise<SeeOther | ShownPage>;
  /** Whether a file may come with it; the act's own word unless told. */
  file?: boolean;
  /** Whose page it is, when not everybody's who may carry the act out. */
  by?: Permitted;
}

/** For a form whose fields are not those of the act. */
interface OwnFieldsOf<A extends AnyAct, Path extends string, Body extends z.ZodType> {
  fields: Body;
  read: (body: z.output<Body>, params: Params<Path>) => Sent<A>;
  then: (
    done: Done<A, Path> & { body: z.output<Body> },
  ) => SeeOther | ShownPage | Promise<SeeOther | ShownPage>;
  file?: boolean;
  by?: Permitted;
}

interface Done<A extends AnyAct, Path extends string> extends Asker {
  params: Params<Path>;
  input: Given<A>;
  result: ResultOf<A>;
}

interface FormInput extends Asker {
  params: Record<string, string>;
  body: object;
  file: Upload | null;
}

/** The address of a form that carries out an act, and what answers it. */
export interface ActForm {
  route: FormRoute<string, z.ZodType> & { act: AnyAct };
  answer: (runner: ActRunner, asked: FormInput) => Promise<SeeOther | ShownPage>;
}

/** A form whose fields are those of the act, but for what the address and the page know. */
export function actForm<A extends AnyAct, Path extends string>(
  act: A,
  path: Path,
  { given, then, file = act.file !== undefined, by = act.may }: FormOf<A, Path>,
): ActForm {
  const fields = fieldsOf(act);
  const inPath = paramNames(path).filter((name) => name in fields);
  const decided = Object.entries(given ?? {}) as [string, (params: object) => unknown][];
  const body = formBody(inputWithout(act, [...inPath, ...decided.map(([name]) => name)]));
  return {
    route: { method: 'POST', path, by, body, file, act },
    async answer(runner, asked) {
      const fromPath = inPath.map((name) => [name, asked.params[name]]);
      const fromPage = decided.map(([name, decide]) => [name, decide(asked.params)]);
      const input = { ...asked.body, ...Object.fromEntries([...fromPath, ...fromPage]) } as Given<A>;
      const result = await runner.carryOut(act, whoOf(asked), input, { file: asked.file });
      return then({ ...(asked as never as Asker & { params: Params<Path> }), input, result });
    },
  };
}

/** A form that asks in other words than the act does. */
export function actFormOf<A extends AnyAct, Path extends string, Body extends z.ZodType>(
  act: A,
  path: Path,
  { fields, read, then, file = act.file !== undefined, by = act.may }: OwnFieldsOf<A, Path, Body>,
): ActForm {
  return {
    route: { method: 'POST', path, by, body: fields, file, act },
    async answer(runner, asked) {
      const input = read(asked.body as z.output<Body>, asked.params as Params<Path>);
      const result = await runner.perform(act, whoOf(asked), input, { file: asked.file });
      const done = asked as never as Asker & { params: Params<Path>; body: z.output<Body> };
      return then({ ...done, input: input as Given<A>, result });
    },
  };
}

/** On pages behind a link, the compilation is that of the link. */
function whoOf({ params, actor, visitor }: FormInput): Who {
  const { compilationId } = 'compilationId' in params ? params : (visitor.scope ?? {});
  assert.ok(compilationId !== undefined, 'neither the address nor a link says which compilation');
  return { compilationId, actor };
}

/** The forms of a page. */
export function formsOf(forms: Record<string, ActForm>): Type {
  class FormsController {
    constructor(readonly runner: ActRunner) {}
  }
  Reflect.defineMetadata('design:paramtypes', [ActRunner], FormsController);
  PageController()(FormsController);
  for (const [name, { route, answer }] of Object.entries(forms)) {
    const value = function (this: FormsController, asked: FormInput) {
      return answer(this.runner, asked);
    };
    const descriptor: PropertyDescriptor = { value, writable: true, configurable: true };
    Object.defineProperty(FormsController.prototype, name, descriptor);
    OnPage(route)(FormsController.prototype, name, descriptor as never);
  }
  return FormsController;
}
