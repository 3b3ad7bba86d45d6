import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Draft versions with their clauses and traces; the basis documents and the tasks they open. */
export class Drafts1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'draft_version', {
      id: 'key',
      compilationId: 'id',
      name: 'text',
      revision: 'integer',
      state: 'text',
      origin: 'text',
      title: 'text',
      head: 'text',
      foot: 'text',
      doubts: 'integer',
      confirmedAt: 'instant?',
      unchangedReason: 'text?',
      digest: 'text?',
      createdAt: 'instant',
      frozenAt: 'instant?',
    });
    await createUnique(runner, 'draft_version', ['compilationId', 'name', 'revision']);
    await createIndex(runner, 'draft_version', ['compilationId', 'state']);
    await createClauses(runner);
    await createBasis(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'realignment_task',
      'basis_document',
      'clause_trace',
      'clause',
      'draft_version',
    ]);
  }
}

async function createClauses(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'clause', {
    id: 'key',
    draftVersionId: 'id',
    clauseId: 'id',
    parentClauseId: 'id?',
    position: 'integer',
    kind: 'text',
    level: 'integer',
    numberPath: 'text',
    label: 'text',
    title: 'text',
    titleStop: 'text',
    runIn: 'boolean',
    body: 'text',
    items: 'text',
    responsibilities: 'text',
    revision: 'integer',
  });
  await createUnique(runner, 'clause', ['draftVersionId', 'clauseId']);
  await createTable(runner, 'clause_trace', {
    id: 'key',
    compilationId: 'id',
    clauseId: 'id',
    draftVersionId: 'id',
    sourceKind: 'text',
    sourceId: 'id',
    recordedAt: 'instant',
  });
  await createUnique(runner, 'clause_trace', ['clauseId', 'sourceKind', 'sourceId']);
  await createIndex(runner, 'clause_trace', ['compilationId', 'sourceKind', 'sourceId']);
}

async function createBasis(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'basis_document', {
    id: 'key',
    compilationId: 'id',
    key: 'text',
    title: 'text',
    documentNumber: 'text?',
    issuedOn: 'text?',
    status: 'text',
    file: 'text?',
    revision: 'integer',
  });
  await createUnique(runner, 'basis_document', ['compilationId', 'key']);
  await createTable(runner, 'realignment_task', {
    id: 'key',
    compilationId: 'id',
    basisDocumentId: 'id',
    title: 'text',
    openedAt: 'instant',
    result: 'text?',
    closedAt: 'instant?',
    revision: 'integer',
  });
  await createIndex(runner, 'realignment_task', ['compilationId']);
}
