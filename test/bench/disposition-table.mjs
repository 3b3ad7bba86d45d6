// The disposition table out of a real register: how fast opinions are imported, and the peak memory of the table for
// 10,000 and for 100,000 of them, each in a process of its own. Fails when memory grows with the register.
import { spawnSync } from 'node:child_process';
import { importOpinions, load, openConsultation } from './support/consultation.mjs';

const mostGrowth = 1.6;

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
  const house = await openConsultation();
  const { DispositionTableQuery } = await load('consultation/index.js');
  const importing = performance.now();
  await importOpinions(house, opinions);
  const rendering = performance.now();
  let bytes = 0;
  for await (const chunk of await house.app.get(DispositionTableQuery).render(house.compilationId, 'docx'))
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
  await house.close();
}
