// The disposition table out of a real register: how fast opinions are imported, and the peak memory of the table for
// 10,000 and for 100,000 of them, each in a process of its own. Fails when memory grows with the register.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', 'dist', 'src');
const load = (path) => import(join(dist, path));
const mostGrowth = 1.6;
const rowsPerFile = 10_000;

const [, , size] = process.argv;
if (size === undefined) compare();
else await measure(Number(size));

function compare() {
  const [small, large] = [10_000, 100_000].map((opinions) => {
    const child = spawnSync(process.execPath, [import.meta.filename, String(opinions)], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout);
  });
  const ratio = large.peakMegabytes / small.peakMegabytes;
  console.log(`${JSON.stringify(small)}\n${JSON.stringify(large)}\npeak memory ×${ratio.toFixed(2)}`);
  if (ratio > mostGrowth) process.exitCode = 1;
}

async function measure(opinions) {
  const folder = await mkdtemp(join(tmpdir(), 'bianzhi-bench-'));
  const { app, database, compilationId } = await openConsultation(folder);
  const { ImportOpinionsUseCase, DispositionTableQuery } = await load('consultation/index.js');
  const actor = { kind: 'secretariat', id: 'bench' };
  const importing = performance.now();
  for (let from = 0; from < opinions; from += rowsPerFile) {
    const file = { bytes: fileOf(from), fileName: '意见.csv' };
    await app.get(ImportOpinionsUseCase).execute(compilationId, actor, file);
  }
  const rendering = performance.now();
  let bytes = 0;
  for await (const chunk of await app.get(DispositionTableQuery).render(compilationId, 'docx'))
    bytes += chunk.length;
  const rendered = performance.now();
  const megabytes = (count) => Math.round(count / 2 ** 20);
  console.log(
    JSON.stringify({
      opinions,
      importSeconds: Math.round((rendering - importing) / 1000),
      renderSeconds: Math.round((rendered - rendering) / 1000),
      peakMegabytes: megabytes(process.resourceUsage().maxRSS * 1024),
      fileMegabytes: megabytes(bytes),
    }),
  );
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

/** Rows as a portal would export them. */
function fileOf(from) {
  const rows = Array.from(
    { length: rowsPerFile },
    (_, index) => `网上,建议完善第${from + index}项质量服务措施，并明确责任单位和完成时限。,社会公众`,
  );
  return Buffer.from(`渠道,意见内容,提出者类别\n${rows.join('\n')}\n`);
}

/** A small compilation, played up to the day on which its consultation opened. */
async function openConsultation(folder) {
  await import('reflect-metadata');
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
  const app = await openHouse({
    config,
    database,
    clock,
    ids: new SeededIds(clock, 1),
    workerConcurrency: 1,
  });
  const compilationId = await loadSeeds(app, { units: 24 });
  const stage = new Stage(app, clock, compilationId, new Chance(1), 0, () => undefined);
  const scenes = scenesOf2021().filter(({ date }) => date <= '2021-08-31');
  await playScenes(stage, scenes);
  return { app, database, compilationId };
}
