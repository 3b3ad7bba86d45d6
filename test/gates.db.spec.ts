import { advanceCompilation, CompilationQuery, VerifyLedgerQuery } from '../src/compilation/index.js';
import { OpinionsQuery, OpinionTalliesQuery, UnitSummaryQuery } from '../src/consultation/index.js';
import { DraftsQuery } from '../src/drafts/index.js';
import { GateRefusal, type GateView, ActRunner } from '../src/engine/index.js';
import { ObligationsQuery } from '../src/obligations/index.js';
import { PacketQuery } from '../src/packet/index.js';
import { createHttpApp } from '../src/http.js';
import { OutboxRow } from '../src/outbox/index.js';
import { Refusal } from '../src/platform/index.js';
import { DraftListPage } from '../src/pages/drafts/draft-list-page.js';
import { StoryPage } from '../src/pages/materials/story-page.js';
import { IssuesPage } from '../src/pages/meetings/issues-page.js';
import { MeetingPage } from '../src/pages/meetings/meeting-page.js';
import { OverviewPage } from '../src/pages/overview/overview-page.js';
import { ExplanationPage } from '../src/pages/packet/explanation-page.js';
import { PacketPage } from '../src/pages/packet/packet-page.js';
import { ProceduresPage } from '../src/pages/packet/procedures-page.js';
import { CalendarPage } from '../src/pages/reminders/calendar-page.js';
import { ReviewQuery } from '../src/review/index.js';
import { Chance } from '../src/rehearsal/chance.js';
import { scenesOf2021 } from '../src/rehearsal/scenes/index.js';
import { type Scene, Stage } from '../src/rehearsal/stage.js';
import { attempt, Draw, type DrawnAct } from './support/drawn/draw.js';
import { goOn, planActs } from './support/drawn/plan-acts.js';
import { opinionActs, reviewActs } from './support/drawn/reading-acts.js';
import { unitActs } from './support/drawn/unit-acts.js';
import { openHouse, secretary, type TestHouse } from './support/test-house.js';

/** Given when the step is taken, so no gate can know it before. */
const askedLater = 'reasonGiven';

const green = ({ lines }: GateView): boolean =>
  lines.every(({ met, blocking, requirement }) => met || !blocking || requirement === askedLater);

/** Tries each step that is offered, takes it back, and holds what happened against what its gate shows. */
async function everyGateIsTrue(house: TestHouse, seen: Record<'green' | 'red', number>): Promise<string[]> {
  const { compilationId } = house;
  const runner = house.get(ActRunner);
  const who = { compilationId, actor: secretary };
  const faults: string[] = [];
  for (const gate of await house.get(CompilationQuery).gates(compilationId)) {
    const refusal = await runner.preview(advanceCompilation, who, { event: gate.event, reason: '推演' }).then(
      () => null,
      (error: unknown) => error,
    );
    seen[green(gate) ? 'green' : 'red'] += 1;
    const at = `${new Date(house.clock.now()).toISOString()} ${gate.event}`;
    const asksLater = gate.lines.some(({ requirement }) => requirement === askedLater);
    if (gate.open !== green(gate) && !asksLater) faults.push(`${at}: its lines and its word differ`);
    if (green(gate) && refusal !== null) faults.push(`${at}: green, and then ${String(refusal)}`);
    if (!green(gate) && !(refusal instanceof GateRefusal))
      faults.push(`${at}: not green, and then ${refusal === null ? 'it went' : String(refusal)}`);
  }
  return faults;
}

/** What pages, commands and documents read, wherever the compilation stands. */
async function everyReadingAnswers(house: TestHouse): Promise<void> {
  const { compilationId: id } = house;
  await house.get(CompilationQuery).status(id);
  await house.get(CompilationQuery).deadlines(id);
  await house.get(ObligationsQuery).late(id);
  await house.get(OpinionsQuery).counts(id);
  await house.get(OpinionTalliesQuery).overview(id);
  await house.get(UnitSummaryQuery).units(id);
  await house.get(DraftsQuery).versions(id);
  await house.get(ReviewQuery).meetings(id);
  await house.get(PacketQuery).unfinished(id);
}

/** What people look at, wherever the compilation stands. */
async function everyPageAnswers(house: TestHouse, { chance }: Draw): Promise<void> {
  const { compilationId: id } = house;
  await house.get(OverviewPage).view(id);
  await house.get(PacketPage).view(id, true);
  await house.get(ProceduresPage).view(id, true);
  await house.get(ExplanationPage).view(id, null, true);
  await house.get(IssuesPage).view(id, true);
  await house.get(DraftListPage).view(id);
  await house.get(CalendarPage).view(id);
  await house.get(MeetingPage).list(id, true);
  for (const meeting of await house.get(ReviewQuery).meetings(id))
    await house.get(MeetingPage).one(id, meeting.id, true);
  const owed = await house.get(ObligationsQuery).list(id);
  if (owed.length > 0) await house.get(StoryPage).view(id, chance.pick(owed).id, true);
}

/** How often a scene is tried again that could not be played: what others did stood in its way. */
const mostTries = 6;

/** Each scene of the year is played, and between any two of them people do whatever comes to their minds. */
async function playAtRandom(stage: Stage, draw: Draw, check: () => Promise<void>) {
  const { chance } = draw;
  const faults: string[] = [];
  const done = new Map<string, number>();
  const perform = async (name: string, act: DrawnAct) => {
    const error = await attempt(draw, act);
    if (error === null) done.set(name, (done.get(name) ?? 0) + 1);
    else if (!(error instanceof Refusal)) faults.push(`${stage.today()} ${name}: ${error.stack}`);
  };
  let waiting: { play: Scene['play']; tries: number }[] = [];
  for (const { date, time, play } of inOrder(scenesOf2021())) {
    await stage.waitUntil(date, time);
    if (chance.happens(0.6)) await perform('goOn', goOn);
    const failed: typeof waiting = [];
    for (const one of [...waiting, { play, tries: 0 }]) {
      const again = { ...one, tries: one.tries + 1 };
      await one.play(stage).catch(() => again.tries < mostTries && failed.push(again));
    }
    waiting = failed;
    for (let acts = chance.between(1, 5); acts > 0; acts -= 1)
      await perform(...chance.pick(Object.entries(drawnActs)));
    if (chance.happens(0.25)) await check();
  }
  return { faults, done };
}

const inOrder = (scenes: readonly Scene[]): Scene[] =>
  [...scenes].sort((one, other) => (`${one.date} ${one.time}` < `${other.date} ${other.time}` ? -1 : 1));

const drawnActs = { ...unitActs, ...planActs, ...opinionActs, ...reviewActs };

/** More of them by GATES_SEEDS=1,2,3. */
const seeds = (process.env.GATES_SEEDS ?? '23').split(',').map(Number);

describe('a gate is green if and only if the step goes, and everything can be read', () => {
  let house: TestHouse;
  let faults: string[];
  let seen: Record<'green' | 'red', number>;
  afterEach(() => house.close());

  const begin = async (seed: number): Promise<Stage> => {
    house = await openHouse('2021-06-25T08:30:00+08:00', createHttpApp, { units: 12 });
    faults = [];
    seen = { green: 0, red: 0 };
    return new Stage(house.app, house.clock, house.compilationId, new Chance(seed), 6, () => undefined);
  };
  const expectWhole = async () => {
    expect(faults).toEqual([]);
    expect(await house.get(VerifyLedgerQuery).execute(house.compilationId)).toMatchObject({
      ok: true,
      rows: { findings: [] },
    });
    const broken = await house.database.read((reader) => reader.findBy(OutboxRow, { state: 'failed' }));
    expect(broken.map(({ kind, lastError }) => [kind, lastError])).toEqual([]);
    expect(Math.min(seen.green, seen.red)).toBeGreaterThan(10);
  };

  it('in every state of a year as it is planned', async () => {
    const stage = await begin(1);
    for (const { date, time, play } of inOrder(scenesOf2021())) {
      await stage.waitUntil(date, time);
      await play(stage);
      faults.push(...(await everyGateIsTrue(house, seen)));
      await everyReadingAnswers(house);
    }
    await expectWhole();
    expect((await house.get(CompilationQuery).status(house.compilationId)).state).toBe('published');
  });

  it.each(seeds)('in every state that acts drawn at random lead to (seed %i)', async (seed) => {
    const stage = await begin(seed);
    const draw = new Draw(house, new Chance(seed));
    const played = await playAtRandom(stage, draw, async () => {
      faults.push(...(await everyGateIsTrue(house, seen)));
      await everyReadingAnswers(house);
      await everyPageAnswers(house, draw);
    });
    faults.push(...played.faults);
    await expectWhole();
    expect(played.done.size).toBeGreaterThan(Object.keys(drawnActs).length / 3);
    if (process.env.GATES_TELL === 'yes') {
      const { state } = await house.get(CompilationQuery).status(house.compilationId);
      process.stderr.write(`${seed}: ${state} ${JSON.stringify([...played.done])}\n`);
    }
  });
});
