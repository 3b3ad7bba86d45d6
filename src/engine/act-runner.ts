import { type ModuleRef } from '@nestjs/core';
import { parseInput } from '../platform/index.js';
import { type Act, type Effect, type TransitionRecord } from './act.js';
import { type ActOrder, type Acts } from './acts.js';
import { type ActFile, type AnyAct, type Given, type ResultOf, type Sent, type Who } from './define-act.js';

/** What an act would do, found out by doing it and taking it back. */
export interface ActPreview<Result> {
  result: Result;
  effects: Effect[];
  transitions: TransitionRecord[];
  timers: Act['timers'];
}

interface Asked {
  file?: ActFile | null;
}

/** Carries declared acts out, for whichever door asks. */
export class ActRunner {
  private readonly known = new WeakMap<AnyAct, Record<string, unknown>>();

  constructor(
    private readonly acts: Acts,
    private readonly house: Pick<ModuleRef, 'get'>,
  ) {}

  /** @throws InvalidInput, and whatever the act refuses */
  async perform<A extends AnyAct>(act: A, who: Who, sent: Sent<A>, asked: Asked = {}): Promise<ResultOf<A>> {
    return this.performAny(act, who, sent, asked);
  }

  /** For what comes from a file, of whose shape nothing is known yet. */
  async performAny<A extends AnyAct>(
    act: A,
    who: Who,
    sent: unknown,
    asked: Asked = {},
  ): Promise<ResultOf<A>> {
    return this.carryOut(act, who, parseInput(act.input, sent) as Given<A>, asked);
  }

  /** The same with an input that has passed the act's schema. */
  async carryOut<A extends AnyAct>(
    act: A,
    who: Who,
    input: Given<A>,
    asked: Asked = {},
  ): Promise<ResultOf<A>> {
    const services = this.servicesOf(act);
    const done = (await act.already?.(who, input, services)) as ResultOf<A> | undefined;
    if (done !== undefined) return done;
    const prepared = await this.prepare(act, who, input, asked);
    return inPortions(act, prepared, (portion) =>
      this.acts.perform(orderOf(act, who), this.work(act, input, portion)),
    );
  }

  /** Refused like the act itself. */
  async preview<A extends AnyAct>(
    act: A,
    who: Who,
    sent: Sent<A>,
    asked: Asked = {},
  ): Promise<ActPreview<ResultOf<A>>> {
    return this.lookAfter(act, who, sent, () => Promise.resolve(), asked);
  }

  /** A preview that also reads what the act left, before it is taken back. */
  async lookAfter<A extends AnyAct, Seen>(
    act: A,
    who: Who,
    sent: Sent<A>,
    look: (done: Act, result: ResultOf<A>) => Promise<Seen>,
    asked: Asked = {},
  ): Promise<ActPreview<ResultOf<A>> & { seen: Seen }> {
    const input = parseInput(act.input, sent) as Given<A>;
    const prepared = await this.prepare(act, who, input, asked);
    const tried = await this.acts.preview(orderOf(act, who), async (underWay) => {
      const result = await inPortions(act, prepared, (portion) => this.work(act, input, portion)(underWay));
      return { result, seen: await look(underWay, result) };
    });
    const { effects, transitions, timers } = tried.act;
    return { ...tried.result, effects, transitions, timers };
  }

  /** As a part of another act. */
  within<A extends AnyAct>(act: A, outer: Act, input: Given<A>, prepared?: unknown): Promise<ResultOf<A>> {
    return inPortions(act, prepared, (portion) => this.work(act, input, portion)(outer));
  }

  private work<A extends AnyAct>(
    act: A,
    input: Given<A>,
    prepared: unknown,
  ): (underWay: Act) => Promise<ResultOf<A>> {
    return async (underWay) => {
      if (act.notes !== undefined) underWay.note(act.notes(input));
      return (await act.perform(underWay, input, this.servicesOf(act), prepared)) as ResultOf<A>;
    };
  }

  private async prepare(act: AnyAct, who: Who, input: unknown, { file = null }: Asked): Promise<unknown> {
    if (act.prepare === undefined) return undefined;
    await this.acts.requirePossible(orderOf(act, who));
    return act.prepare(input, this.servicesOf(act), { ...who, file });
  }

  /** Looked up when first asked for: rooms may know one another in a circle of services. */
  private servicesOf(act: AnyAct): never {
    const known = this.known.get(act);
    if (known !== undefined) return known as never;
    const uses = (act.uses ?? {}) as Record<string, new () => unknown>;
    const services = Object.fromEntries(
      Object.entries(uses).map(([name, token]) => [name, this.house.get(token, { strict: false })]),
    );
    this.known.set(act, services);
    return services as never;
  }
}

const orderOf = ({ name, title, afterEnd }: AnyAct, who: Who): ActOrder => {
  const order = { ...who, type: name, title };
  return afterEnd === undefined ? order : { ...order, afterEnd };
};

async function inPortions<A extends AnyAct>(
  { portions }: A,
  prepared: unknown,
  work: (portion: unknown) => Promise<ResultOf<A>>,
): Promise<ResultOf<A>> {
  if (portions === undefined) return work(prepared);
  const results: ResultOf<A>[] = [];
  for (const portion of portions.of(prepared)) results.push(await work(portion));
  return portions.sum(results, prepared) as ResultOf<A>;
}
