// How long the act that asks for a packet holds its compilation, how much memory it takes, and how long building
// takes afterwards, for a register of 1,000, 10,000 and 100,000 opinions on the embedded database; each in a process
// of its own. Run after a build: node test/bench/packet-request.mjs [dist folder]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'dist');
const count = process.argv[3];
if (count === undefined) compare();
else await measure(Number(count));

function compare() {
  for (const opinions of [1_000, 10_000, 100_000]) {
    const child = spawnSync(process.execPath, [import.meta.filename, dist, String(opinions)], {
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(child.stderr);
    console.log(child.stdout.trim());
  }
}

async function measure(opinions) {
  process.env.BIANZHI_LOG = 'silent';
  const load = (path) => import(join(dist, 'src', path));
  const { openHouse } = await load('house.js');
  const { entities } = await load('entities.js');
  const { Database, readConfig, SeededIds, SimulatedClock } = await load('platform/index.js');
  const { loadSeeds } = await load('seeding.js');
  const { PacketBuilder, RequestPacketUseCase } = await load('packet/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'bianzhi-bench-'));
  const url = `sqlite:${join(folder, 'bench.db')}`;
  const clock = new SimulatedClock(Date.parse('2021-12-08T10:00:00+08:00'));
  const database = new Database(url, entities);
  await database.open();
  const ids = new SeededIds(clock, 1);
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: folder });
  const serverKey = Buffer.alloc(32, 1);
  const app = await openHouse({ config, database, clock, ids, serverKey });
  const id = await loadSeeds(app);
  await fill(database, ids, clock.now(), id, opinions, load);
  const memory = process.resourceUsage().maxRSS;
  const asked = performance.now();
  const { id: build } = await app.get(RequestPacketUseCase).execute(id, { kind: 'secretariat', id: 'bench' });
  const heldSeconds = seconds(asked);
  const grownMegabytes = Math.round((process.resourceUsage().maxRSS - memory) / 1024);
  const began = performance.now();
  await app.get(PacketBuilder).ensureBuilt(id, build);
  const buildSeconds = seconds(began);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ opinions, heldSeconds, grownMegabytes, buildSeconds, peakMegabytes }));
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

function seconds(since) {
  return Number(((performance.now() - since) / 1000).toFixed(2));
}

/** Rows as the use cases leave them, without the hours that a hundred thousand acts would take. */
async function fill(database, ids, now, compilationId, opinions, load) {
  const { insertRows } = await load('platform/index.js');
  const { DraftVersion } = await load('drafts/index.js');
  const { Opinion } = await load('consultation/index.js');
  const { WorkflowInstance } = await load('engine/index.js');
  const draft = {
    ...{ id: ids.next(), compilationId, name: '报批稿', revision: 1, state: 'frozen', origin: 'text' },
    ...{ title: '方案（报批稿）', head: [], foot: [], doubts: 0, confirmedAt: now, unchangedReason: null },
    ...{ digest: 'd'.repeat(64), createdAt: now, frozenAt: now },
  };
  await database.write((tx) => tx.insert(DraftVersion, draft));
  for (let from = 0; from < opinions; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, opinions - from) }, (_, index) =>
      opinionRow(ids.next(), compilationId, from + index + 1, now),
    );
    const instances = rows.map((row) => ({
      ...{ id: row.id, compilationId, definition: 'opinion@1', state: 'reviewed', snapshot: '{}' },
      ...{ revision: 4, changedAt: now },
    }));
    await database.write(async (tx) => {
      await insertRows(tx, Opinion, rows);
      await insertRows(tx, WorkflowInstance, instances);
    });
  }
}

function opinionRow(id, compilationId, sequence, now) {
  const content = `第${sequence}条：建议进一步明确责任单位和完成时限。`.repeat(8).slice(0, 200);
  return {
    ...{ id, compilationId, round: 1, sequence, part: 0, number: `2021-${sequence}`, parentId: null },
    ...{ channel: '网上', category: '社会公众', unitId: null, organisation: null, personName: null },
    ...{
      personContact: null,
      erasedAt: null,
      draftVersionId: null,
      clauseId: null,
      clauseLabel: '二、（一）',
    },
    ...{ quotation: null, content, contentDigest: 'c'.repeat(64), receivedAt: now, late: false },
    ...{ registeredAt: now, registeredSeq: 1, submissionKey: null, obligationId: null, groupId: null },
    ...{ handler: 'office-1', assignedAt: now, disposition: '不采纳', reason: '不属于本方案范围。' },
    ...{ changedClauseId: null, disposedBy: 'office-1', disposedAt: now, returnReason: null },
    ...{ reviewedBy: 'office-2', reviewedAt: now, revision: 1 },
  };
}
