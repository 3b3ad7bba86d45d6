// A process that acts as fast as it can and says on standard output what was acknowledged, until it is killed.
// usage: writer.ts DATABASE_URL DATA_DIR
import 'reflect-metadata';
import { raiseIssue } from '../../src/compilation/index.js';
import { ActRunner } from '../../src/engine/index.js';
import { openHouse, realSurroundings } from '../../src/house.js';
import { type Actor, readConfig } from '../../src/platform/index.js';
import { loadSeeds } from '../../src/seeding.js';

const [databaseUrl, dataFolder] = process.argv.slice(2);
const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataFolder });
const app = await openHouse(await realSurroundings(config));
const compilationId = await loadSeeds(app);
const actor: Actor = { kind: 'secretariat', id: 'crash' };
for (;;) {
  const input = {
    kind: '重大问题' as const,
    title: '测试事项',
    views: [{ holder: '甲', view: '乙', reason: '丙' }],
    proposal: '丁',
  };
  const { id } = await app.get(ActRunner).perform(raiseIssue, { compilationId, actor }, input);
  process.stdout.write(`${id}\n`);
}
