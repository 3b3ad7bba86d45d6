// A process that acts as fast as it can and says on standard output what was acknowledged, until it is killed.
// usage: node writer.mjs DATABASE_URL DATA_DIR
import 'reflect-metadata';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', 'dist', 'src');
const { openHouse, realSurroundings } = await import(join(dist, 'house.js'));
const { IssuesUseCase } = await import(join(dist, 'compilation', 'index.js'));
const { readConfig } = await import(join(dist, 'platform', 'index.js'));
const { loadSeeds } = await import(join(dist, 'seeding.js'));

const [databaseUrl, dataFolder] = process.argv.slice(2);
const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataFolder });
const app = await openHouse(await realSurroundings(config));
const compilationId = await loadSeeds(app);
const issues = app.get(IssuesUseCase);
const actor = { kind: 'secretariat', id: 'crash' };
for (;;) {
  const input = {
    kind: '重大问题',
    title: '测试事项',
    views: [{ holder: '甲', view: '乙', reason: '丙' }],
    proposal: '丁',
  };
  const { id } = await issues.raise(compilationId, actor, input);
  process.stdout.write(`${id}\n`);
}
