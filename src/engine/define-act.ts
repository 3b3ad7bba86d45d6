import { strict as assert } from 'node:assert';
import { type z } from 'zod';
import { type Actor, InvalidInput, type JsonObject, type Permitted } from '../platform/index.js';
import { type Act } from './act.js';
import { type AfterEnd } from './life.js';

/** In whose name, and in which compilation. */
export interface Who {
  compilationId: string;
  actor: Actor;
}

/** One file that came with an act. */
export interface ActFile {
  /** As the sender's machine calls it. */
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** @throws InvalidInput without a file */
export function requireUpload(file: ActFile | null): ActFile {
  if (file === null) throw new InvalidInput('请选择文件。', 'file-missing');
  return file;
}

/** A class, or an abstract class that stands for one, that the house can give. */
export type Service = abstract new (...args: never[]) => unknown;
export type Services<Uses> = {
  [Name in keyof Uses]: Uses[Name] extends abstract new (...args: never[]) => infer Given ? Given : never;
};

/** A door at which an act is not offered. */
export type DoorName = 'api' | 'page';

export interface ActDefinition<
  Input extends z.ZodType = z.ZodType,
  Uses extends Record<string, Service> = Record<string, Service>,
  Prepared = unknown,
  Result = unknown,
> {
  /** Past tense, room first: the type of its ledger entry. */
  name: string;
  /** As a person calls it. */
  title: string;
  /** One line of Chinese for the list of routes; the title unless told. */
  summary?: string;
  may: Permitted;
  /** Below the compilation's address; its `:parameters` are fields of the input. */
  path: string;
  method?: 'POST' | 'PUT' | 'DELETE';
  /** Fields carry their Chinese names as `title` in their metadata. */
  input: Input;
  /** An input that the schema accepts; shown to readers and tried by tests. */
  example: z.input<Input>;
  /** What the file is that has to come with it. */
  file?: string;
  /** What goes out of the result; without it nothing does. */
  answer?: z.ZodType;
  status?: 200 | 201;
  /** A field that is the act's key when a request brings none. */
  keyField?: string;
  /** In a compilation that ended it is refused unless told. */
  afterEnd?: AfterEnd;
  /** Doors at which it is not offered, each with the reason. */
  notAt?: Partial<Record<DoorName, string>>;
  uses?: Uses;
  /** What the ledger shall say of the input beside what the work itself notes. */
  notes?: (input: z.output<Input>) => JsonObject;
  /** Answers without an act when there is nothing left to do, so that it leaves no second entry. */
  already?: (
    who: Who,
    input: z.output<Input>,
    services: Services<Uses>,
  ) => Promise<NoInfer<Result> | undefined>;
  /** What takes long or needs no lock, such as reading a file: done before the transaction begins. */
  prepare?: (
    input: z.output<Input>,
    services: Services<Uses>,
    asked: Who & { file: ActFile | null },
  ) => Promise<Prepared>;
  /**
   * What is too much for one transaction is done in several, each an act with an entry of its own: what each of them
   * is to be given of what was prepared, and the answer of all.
   */
  portions?: {
    of: (prepared: NoInfer<Prepared>) => readonly NoInfer<Prepared>[];
    sum: (results: readonly NoInfer<Result>[], prepared: NoInfer<Prepared>) => NoInfer<Result>;
  };
  /** The work, inside the act's transaction. */
  perform: (
    act: Act,
    input: z.output<Input>,
    services: Services<Uses>,
    prepared: NoInfer<Prepared>,
  ) => Promise<Result>;
}

/** An act whose kinds nobody needs to know: what doors list. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where the kinds of an act are given up
export type AnyAct = ActDefinition<any, any, any, any>;

/** What may be sent to an act. */
export type Sent<A extends AnyAct> = z.input<A['input']>;
/** What its work is given. */
export type Given<A extends AnyAct> = z.output<A['input']>;
export type ResultOf<A extends AnyAct> = Awaited<ReturnType<A['perform']>>;

const declared = new Map<string, AnyAct>();

/**
 * Declares what a person can do, once: from it come the routes of the API and their description, the forms of pages,
 * the command line, the rows of docs/PERMISSIONS.md, its title in the ledger and the names of its fields.
 */
export function defineAct<
  Input extends z.ZodType,
  Uses extends Record<string, Service> = Record<never, never>,
  Prepared = undefined,
  Result = void,
>(definition: ActDefinition<Input, Uses, Prepared, Result>): ActDefinition<Input, Uses, Prepared, Result> {
  assert.ok(!declared.has(definition.name), `the act ${definition.name} is declared twice`);
  declared.set(definition.name, definition);
  return definition;
}

/** Every act of the rooms that were loaded, by name. */
export const declaredActs = (): AnyAct[] => [...declared.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

export const actNamed = (name: string): AnyAct | undefined => declared.get(name);
