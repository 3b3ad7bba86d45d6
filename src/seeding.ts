import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { CalendarShelf, type HolidayYear } from './calendar/index.js';
import { CompilationQuery, PrepareCompilationUseCase } from './compilation/index.js';
import { registerBasis } from './drafts/index.js';
import { ActRunner } from './engine/index.js';
import { LoadDirectoryUseCase } from './directory/index.js';
import { listTopics } from './materials/index.js';
import { Database, seedsFolder, systemActor } from './platform/index.js';

const readSeed = async <T>(...path: string[]): Promise<T> =>
  JSON.parse(await readFile(join(seedsFolder, ...path), 'utf8')) as T;

/** Any number that nothing else locks. */
const seedingLock = 20210626;

/**
 * Loads the State Council's calendar and the 2021 compilation as prepared into an empty database; idempotent. All of it
 * in one transaction: a first start that is killed half-way must not leave a house that has a compilation, is therefore
 * never seeded again, and has no units.
 */
export async function loadSeeds(
  app: INestApplicationContext,
  wanted: { units?: number } = {},
): Promise<string> {
  const known = await app.get(CompilationQuery).list();
  if (known.length > 0) return known[0].id;
  const database = app.get(Database);
  return database.write(async (tx) => {
    if (database.kind === 'postgres') {
      await tx.query("SET LOCAL lock_timeout = '60s'");
      await tx.query(`SELECT pg_advisory_xact_lock(${seedingLock})`);
    }
    // Another process that started at the same moment may have been first.
    const [first] = await app.get(CompilationQuery).list();
    return first?.id ?? seed(app, wanted);
  });
}

async function seed(app: INestApplicationContext, wanted: { units?: number }): Promise<string> {
  await loadHolidays(app);
  const compilation = await readSeed<object>('compilation-2021.json');
  const timeline = await readSeed<{ workflow: string; firstDay: string; deadlines: object[] }>(
    'timeline-2021.json',
  );
  const group = await readSeed<{ members: object[]; secretariat: object[] }>('drafting-group.json');
  const prepared = await app.get(PrepareCompilationUseCase).execute(systemActor('seed'), {
    ...compilation,
    definition: timeline.workflow,
    firstDay: timeline.firstDay,
    deadlines: timeline.deadlines,
    draftingGroup: [...group.members, ...group.secretariat],
  });
  const basis = await readSeed<object[]>('basis', 'index.json');
  const who = { compilationId: prepared.compilationId, actor: systemActor('seed') };
  await app.get(ActRunner).performAny(registerBasis, who, { documents: basis });
  await loadDirectory(app, prepared.compilationId, wanted.units);
  const topics = await readSeed<object[]>('topics.json');
  await app.get(ActRunner).performAny(listTopics, who, { topics });
  return prepared.compilationId;
}

async function loadDirectory(
  app: INestApplicationContext,
  compilationId: string,
  count: number | undefined,
): Promise<void> {
  const roster = await readSeed<{ units: SeededUnit[] }>('units.json');
  const units = count === undefined ? roster.units : rosterOf(roster.units, count);
  const { experts } = await readSeed<{ experts: object[] }>('experts.json');
  const { attendees: leadingGroup } = await readSeed<{ attendees: object[] }>('leading-group.json');
  const directory = { units, experts, leadingGroup };
  await app.get(LoadDirectoryUseCase).execute(compilationId, systemActor('seed'), directory);
}

interface SeededUnit {
  key: string;
  name: string;
  shortName: string;
  category: string;
  aliases: string[];
  contacts: { liaison: string; leader: string };
}

/** A roster of another size: every category keeps its share; beyond the seeds, associations marked as examples. */
function rosterOf(units: SeededUnit[], count: number): SeededUnit[] {
  const ranked = units.map((unit) => {
    const peers = units.filter((other) => other.category === unit.category);
    return { unit, share: peers.indexOf(unit) / peers.length };
  });
  ranked.sort((a, b) => a.share - b.share);
  const chosen = new Set(ranked.slice(0, count).map(({ unit }) => unit));
  const extra = Array.from({ length: Math.max(0, count - units.length) }, (_, index) =>
    exampleUnit(index + 1),
  );
  return [...units.filter((unit) => chosen.has(unit)), ...extra];
}

function exampleUnit(number: number): SeededUnit {
  const key = `association-example-${number}`;
  const name = `示例行业协会第${number}号`;
  const contacts = { liaison: `liaison.${key}@example.org`, leader: `leader.${key}@example.org` };
  const marks = { remark: '', demonstration: true };
  return { key, name, shortName: name, category: 'association', aliases: [], contacts, ...marks };
}

async function loadHolidays(app: INestApplicationContext): Promise<void> {
  const files = (await readdir(join(seedsFolder, 'holidays')))
    .filter((file) => file.endsWith('.json'))
    .sort();
  await app.get(Database).write(async (tx) => {
    for (const file of files)
      await app.get(CalendarShelf).store(tx, await readSeed<HolidayYear>('holidays', file));
  });
}
