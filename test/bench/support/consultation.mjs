// A small compilation whose consultation is open, and a file of opinions as a portal would export it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist', 'src');
export const load = (path) => import(join(dist, path));
const rowsPerFile = 10_000;

/** @param compose makes the app of its surroundings: without a door unless told */
export async function openConsultation(compose) {
  await import('reflect-metadata');
  const folder = await mkdtemp(join(tmpdir(), 'bianzhi-bench-'));
  const { openHouse } = await load('house.js');
  const { entities } = await load('entities.js');
  const { Database, readConfig, SeededIds, SimulatedClock } = await load('platform/index.js');
  const { loadSeeds } = await load('seeding.js');
  const { Chance } = await load('rehearsal/chance.js');
  const { playScenes, Stage } = await load('rehearsal/stage.js');
  const { scenesOf2021 } = await load('rehearsal/scenes/index.js');
  const clock = new SimulatedClock(Date.parse('2021-06-25T08:30:00+08:00'));
  const url = `sqlite:${join(folder, 'bench.db')}`;
  const database = new Database(url, entities, true);
  await database.open();
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: folder });
  const ids = new SeededIds(clock, 1);
  const surroundings = { config, database, clock, ids, workerConcurrency: 1, serverKey: Buffer.alloc(32, 1) };
  const app = await (compose ?? openHouse)(surroundings);
  const compilationId = await loadSeeds(app, { units: 24 });
  const stage = new Stage(app, clock, compilationId, new Chance(1), 0, () => undefined);
  await playScenes(
    stage,
    scenesOf2021().filter(({ date }) => date <= '2021-08-31'),
  );
  const close = async () => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, database, compilationId, close };
}

export async function importOpinions({ app, compilationId }, opinions) {
  const { ImportOpinionsUseCase } = await load('consultation/index.js');
  const actor = { kind: 'secretariat', id: 'bench' };
  for (let from = 0; from < opinions; from += rowsPerFile) {
    const file = { bytes: fileOf(from, Math.min(rowsPerFile, opinions - from)), fileName: '意见.csv' };
    await app.get(ImportOpinionsUseCase).execute(compilationId, actor, file);
  }
}

function fileOf(from, count) {
  const rows = Array.from(
    { length: count },
    (_, index) => `网上,建议完善第${from + index}项质量服务措施，并明确责任单位和完成时限。,社会公众`,
  );
  return Buffer.from(`渠道,意见内容,提出者类别\n${rows.join('\n')}\n`);
}
