// How long pages take with 1,000 and with 100,000 opinions in the register, each in a process of its own: the median of
// ten requests as the secretariat. Fails when a page costs more than its share of growth allows.
import { spawnSync } from 'node:child_process';
import { importOpinions, load, openConsultation } from './support/consultation.mjs';

const rounds = 10;
/** A hundred times as many opinions: counts walk an index, nothing else grows; the page of totals counts six ways. */
const mostGrowth = 30;

const pages = [
  'overview',
  'materials',
  'consultation',
  'consultation/opinions',
  'consultation/workbench',
  'ledger',
];
const [, , size] = process.argv;
if (size === undefined) compare();
else await measure(Number(size));

function compare() {
  const [small, large] = [1_000, 100_000].map((opinions) => {
    const child = spawnSync(process.execPath, [import.meta.filename, String(opinions)], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout);
  });
  for (const page of pages) {
    const ratio = large[page] / small[page];
    console.log(`${page.padEnd(26)} ${small[page]} ms → ${large[page]} ms  ×${ratio.toFixed(1)}`);
    if (ratio > mostGrowth) process.exitCode = 1;
  }
}

async function measure(opinions) {
  const { createHttpApp } = await load('http.js');
  const house = await openConsultation(createHttpApp);
  await importOpinions(house, opinions);
  const { OpenDemonstrationUseCase, SignInUseCase } = await load('access/index.js');
  const [{ token: link }] = await house.app.get(OpenDemonstrationUseCase).execute(house.compilationId);
  const { token } = await house.app.get(SignInUseCase).byLink(link);
  await house.app.listen(0, '127.0.0.1');
  const base = `${await house.app.getUrl()}/c/${house.compilationId}`;
  const times = {};
  for (const page of pages)
    times[page] = await median(() => visit(`${base}/${page}`, `bianzhi-session=${token}`));
  console.log(JSON.stringify(times));
  await house.close();
}

async function visit(address, cookie) {
  const answer = await fetch(address, { headers: { cookie, accept: 'text/html' } });
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  await answer.text();
}

async function median(work) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.round(times.sort((a, b) => a - b)[rounds / 2]);
}
