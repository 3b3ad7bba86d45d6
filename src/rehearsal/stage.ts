import { strict as assert } from 'node:assert';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { atTime, calendarDate, dateOf, type TimeOfDay } from '../calendar/index.js';
import { advanceCompilation, type Advanced, CompilationQuery } from '../compilation/index.js';
import {
  type ActFile,
  ActRunner,
  type AnyAct,
  GateRefusal,
  type ResultOf,
  type Sent,
} from '../engine/index.js';
import { type Actor, type Instant, type SimulatedClock } from '../platform/index.js';
import { Worker } from '../worker/index.js';
import { type Chance } from './chance.js';

export interface Refused {
  at: Instant;
  event: string;
  sentences: string[];
}

export const office: Actor = { kind: 'secretariat', id: '经办一岗' };
export const secondOffice: Actor = { kind: 'secretariat', id: '经办二岗' };
export const reviewOffice: Actor = { kind: 'reviewer', id: '复核岗' };

/** What a scene may use: the use cases, the clock, and chance. Nothing else reaches the house from here. */
export class Stage {
  readonly refusals: Refused[] = [];
  /** What was written into clauses beside the imported texts, by clause id. */
  readonly amendments = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SimulatedClock,
    readonly compilationId: string,
    readonly chance: Chance,
    readonly opinions: number,
    private readonly say: (line: string) => void,
  ) {}

  get<T>(useCase: Type<T>): T {
    return this.app.get(useCase);
  }

  /** Carries an act out in the compilation that is played. */
  perform<A extends AnyAct>(act: A, actor: Actor, input: Sent<A>, file?: ActFile): Promise<ResultOf<A>> {
    const { compilationId } = this;
    return this.get(ActRunner).perform(act, { compilationId, actor }, input, { file: file ?? null });
  }

  now(): Instant {
    return this.clock.now();
  }

  today(): string {
    return dateOf(this.clock.now());
  }

  tell(line: string): void {
    this.say(`${this.today()}  ${line}`);
  }

  /** Lets everything happen that falls due up to an instant, in its order, and then stands there. */
  async waitUntil(date: string, time: TimeOfDay): Promise<void> {
    const until = atTime(calendarDate(date), time);
    const worker = this.get(Worker);
    for (let due = await worker.nextDueAt(); due !== null && due <= until; due = await worker.nextDueAt()) {
      this.clock.moveTo(Math.max(this.clock.now(), due));
      await worker.runDue();
    }
    this.clock.moveTo(Math.max(this.clock.now(), until));
  }

  /** Takes the next step of the plan's main line, or ends a rework. */
  async stepForward(): Promise<Advanced> {
    return this.advance(await this.next());
  }

  /** Whoever reads the text now sends it back. */
  async sendBack(reason: string): Promise<Advanced> {
    const { plan, offered } = await this.get(CompilationQuery).standing(this.compilationId);
    const back = plan.sendsBack.find(({ event }) => offered.includes(event));
    assert.ok(back, 'somebody reads the text');
    return this.advance(back.event, reason);
  }

  /** A step taken too early: the gate must refuse it, and what it says is kept for the report. */
  async stepTooEarly(): Promise<void> {
    const event = await this.next();
    try {
      await this.advance(event);
    } catch (error) {
      if (!(error instanceof GateRefusal)) throw error;
      this.refusals.push({ at: this.now(), event, sentences: error.unmet.map((line) => line.sentence) });
      this.tell(`${event} ✗ ${error.unmet.length}项未满足`);
      return;
    }
    throw new Error(`${event} went through although its gate was not met`);
  }

  private async next(): Promise<string> {
    const { position } = await this.get(CompilationQuery).position(this.compilationId);
    assert.ok(position.next, 'the plan goes on');
    return position.next.event;
  }

  private async advance(event: string, reason = ''): Promise<Advanced> {
    const advanced = await this.get(ActRunner).perform(
      advanceCompilation,
      { compilationId: this.compilationId, actor: office },
      { event, reason },
    );
    this.tell(`${event} → ${advanced.state}`);
    return advanced;
  }
}

/** A moment of the play: when it happens and what people do then. */
export interface Scene {
  date: string;
  time: TimeOfDay;
  play(stage: Stage): Promise<void>;
}

export const scene = (date: string, time: TimeOfDay, play: Scene['play']): Scene => ({ date, time, play });

/** Plays scenes in the order of their instants; scenes of one instant keep the order in which they were written. */
export async function playScenes(stage: Stage, scenes: readonly Scene[]): Promise<void> {
  const ordered = [...scenes].sort((a, b) =>
    `${a.date} ${a.time}` < `${b.date} ${b.time}`
      ? -1
      : Number(`${a.date} ${a.time}` > `${b.date} ${b.time}`),
  );
  for (const { date, time, play } of ordered) {
    await stage.waitUntil(date, time);
    await play(stage);
  }
}
