import type { INestApplicationContext, Type } from '@nestjs/common';
import { addDays, dateOf } from '../../../src/calendar/index.js';
import { type ActFile, ActRunner, type AnyAct, type ResultOf } from '../../../src/engine/index.js';
import { type Actor, type Refusal } from '../../../src/platform/index.js';
import { type Chance } from '../../../src/rehearsal/chance.js';
import { secretary, type TestHouse } from '../test-house.js';

/** What an act draws its inputs from: the house as it stands, and chance; now and then something senseless. */
export class Draw {
  constructor(
    readonly house: TestHouse,
    readonly chance: Chance,
  ) {}

  get id(): string {
    return this.house.compilationId;
  }

  get<T>(type: Type<T>): T {
    return (this.house.app as INestApplicationContext).get(type);
  }

  /** Carries an act out with whatever was drawn; what it does not take, it refuses. */
  perform<A extends AnyAct>(act: A, actor: Actor, sent: unknown, file?: ActFile): Promise<ResultOf<A>> {
    const who = { compilationId: this.id, actor };
    return this.get(ActRunner).performAny(act, who, sent, { file: file ?? null });
  }

  get now(): number {
    return this.house.clock.now();
  }

  /** One of them, or an id that nobody has. */
  one<T extends { id: string }>(items: readonly T[]): string {
    if (items.length === 0 || this.chance.happens(0.03)) return 'no-such';
    return this.chance.pick(items).id;
  }

  /** A few of them, at times one twice or none. */
  some<T extends { id: string }>(items: readonly T[]): string[] {
    return Array.from({ length: this.chance.between(this.chance.happens(0.1) ? 0 : 1, 3) }, () =>
      this.one(items),
    );
  }

  /** A day near now, at times far away or none at all. */
  day(): string {
    const { chance } = this;
    if (chance.happens(0.05)) return chance.pick(['', '2021-02-30', '1999-12-31', '2099-01-04', '昨天']);
    return addDays(dateOf(this.now), chance.between(-20, 40));
  }

  past(): string {
    return addDays(dateOf(this.now), -this.chance.between(0, 6));
  }

  text(): string {
    const { chance } = this;
    if (chance.happens(0.1)) return chance.pick(['', ' ', '　', '甲'.repeat(30_000), '<b>&\u0000', '1']);
    return chance.pick(['登记有误', '补充测算依据。', '按意见修改有关表述。', '一、甲；二、乙。']);
  }

  actor(): Actor {
    return this.chance.happens(0.85) ? secretary : { kind: 'reviewer', id: '复核岗' };
  }
}

/** An act with drawn inputs. That it is refused is an answer; anything else it throws is a fault. */
export type DrawnAct = (draw: Draw) => Promise<unknown>;

/** Performs it. @returns null, the refusal, or what went wrong */
export async function attempt(draw: Draw, act: DrawnAct): Promise<Refusal | Error | null> {
  try {
    await act(draw);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
