import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Submissions with their files, the catalogue of research topics, and research visits. */
export class Materials1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSubmissions(runner);
    await createTable(runner, 'research_topic', {
      id: 'key',
      compilationId: 'id',
      number: 'integer',
      title: 'text',
      scope: 'text',
    });
    await createUnique(runner, 'research_topic', ['compilationId', 'number']);
    await createTable(runner, 'research_visit', {
      id: 'key',
      compilationId: 'id',
      kind: 'text',
      place: 'text',
      visitedOn: 'text',
      hosts: 'text',
      findings: 'text',
      usedIn: 'text',
      loggedAt: 'instant',
      loggedBy: 'text',
      revision: 'integer',
    });
    await createIndex(runner, 'research_visit', ['compilationId', 'kind']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['research_visit', 'research_topic', 'submission_file', 'submission']);
  }
}

async function createSubmissions(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'submission', {
    id: 'key',
    compilationId: 'id',
    obligationId: 'id',
    unitId: 'id',
    form: 'text',
    number: 'integer',
    current: 'boolean',
    content: 'text',
    topic: 'text?',
    characters: 'integer',
    indicatorCount: 'integer',
    savedAt: 'instant',
    frozenAt: 'instant?',
    sha256: 'text?',
    sm3: 'text?',
    revision: 'integer',
  });
  await createUnique(runner, 'submission', ['obligationId', 'number']);
  await createIndex(runner, 'submission', ['compilationId', 'current']);
  await createTable(runner, 'submission_file', {
    id: 'key',
    submissionId: 'id',
    kind: 'text',
    name: 'text',
    mediaType: 'text',
    size: 'integer',
    sha256: 'text',
    sm3: 'text',
    uploadedAt: 'instant',
  });
  await createUnique(runner, 'submission_file', ['submissionId', 'kind']);
}
