// Peak memory and time of the disposition table with ten thousand and a hundred thousand opinions of 200
// characters, each in a process of its own. Run after a build: node test/bench/render-documents.mjs [dist folder]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const dist = process.argv[2] ?? join(root, 'dist');
const [, , , format, count] = process.argv;
if (format) await measure(format, Number(count));
else compare();

function compare() {
  for (const name of ['docx', 'xlsx', 'csv', 'html']) {
    const [small, large] = [10_000, 100_000].map((rows) => {
      const child = spawnSync(process.execPath, [import.meta.filename, dist, name, String(rows)], {
        encoding: 'utf8',
      });
      if (child.status !== 0) throw new Error(child.stderr);
      return JSON.parse(child.stdout);
    });
    const ratio = (large.peakMegabytes / small.peakMegabytes).toFixed(2);
    console.log(`${name}: ${JSON.stringify(small)} ${JSON.stringify(large)} peak memory ×${ratio}`);
    if (Number(ratio) > 1.6) process.exitCode = 1;
  }
}

async function measure(name, rows) {
  const { renderDocument, TemplateSet } = await import(join(dist, 'src/render/index.js'));
  const folder = join(root, 'templates');
  const sample = JSON.parse(readFileSync(join(folder, 'documents/disposition/sample.json'), 'utf8'));
  const view = { ...sample, rows: opinions(sample.rows[0], rows) };
  const startedAt = performance.now();
  let bytes = 0;
  for await (const chunk of renderDocument(new TemplateSet(folder), 'disposition', name, view))
    bytes += chunk.length;
  const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ rows, seconds, megabytes: Math.round(bytes / 2 ** 20), peakMegabytes }));
}

function* opinions(row, count) {
  for (let sequence = 1; sequence <= count; sequence++) {
    const content = `第${sequence}条：建议进一步明确责任单位和完成时限。`.repeat(8).slice(0, 200);
    yield { ...row, sequence, number: `2021-${sequence}`, content };
  }
}
