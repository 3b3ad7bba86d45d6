import { type INestApplicationContext } from '@nestjs/common';
import { atTime, type CalendarDate } from '../calendar/index.js';
import { type SimulatedClock } from '../platform/index.js';
import { Chance } from './chance.js';
import { scenesOf2021 } from './scenes/index.js';
import { playScenes, Stage } from './stage.js';

/** Where the play of 2021 begins. */
export { firstInstant } from './rehearse.js';

const morning = '09:00';

/** Plays the year of 2021 in an open house up to the morning of a day; later scenes are left to whoever looks. */
export async function playUntil(
  app: INestApplicationContext,
  clock: SimulatedClock,
  compilationId: string,
  day: CalendarDate,
  { seed, opinions }: { seed: number; opinions: number },
): Promise<void> {
  const stage = new Stage(app, clock, compilationId, new Chance(seed), opinions, () => undefined);
  const until = `${day} ${morning}`;
  const before = scenesOf2021().filter(({ date, time }) => `${date} ${time}` <= until);
  await playScenes(stage, before);
  if (clock.now() < atTime(day, morning)) await stage.waitUntil(day, morning);
}
