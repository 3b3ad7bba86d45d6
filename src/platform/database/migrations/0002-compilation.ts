import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Compilations with their timeline, drafting group, formalities and issues; the State Council's calendar. */
export class Compilation1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'compilation', {
      id: 'key',
      title: 'text',
      shortTitle: 'text',
      documentNumber: 'text?',
      noticeTitle: 'text',
      publicity: 'text',
      issuer: 'text',
      secretariat: 'text',
      contact: 'text',
      decisionCatalogued: 'boolean',
      firstDay: 'text',
      preparedAt: 'instant',
      startedAt: 'instant?',
      suspendedAt: 'instant?',
    });
    await createUnique(runner, 'compilation', ['documentNumber']);
    await createTable(runner, 'deadline', {
      id: 'key',
      compilationId: 'id',
      key: 'text',
      title: 'text',
      stage: 'text',
      event: 'text',
      source: 'text',
      position: 'integer',
      rule: 'text',
      nominal: 'text',
      effectiveAt: 'instant',
      ruleText: 'text',
      revision: 'integer',
      confirmedAt: 'instant',
    });
    await createUnique(runner, 'deadline', ['compilationId', 'key']);
    await createTable(runner, 'drafting_group_member', {
      id: 'key',
      compilationId: 'id',
      role: 'text',
      organisation: 'text',
      post: 'text',
      address: 'text',
    });
    await createIndex(runner, 'drafting_group_member', ['compilationId']);
    await createProcedure(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'holiday_year',
      'issue',
      'procedure_record',
      'drafting_group_member',
      'deadline',
      'compilation',
    ]);
  }
}

async function createProcedure(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'procedure_record', {
    id: 'key',
    compilationId: 'id',
    kind: 'text',
    content: 'text',
    fileDigest: 'text?',
    recordedAt: 'instant',
    recordedBy: 'text',
  });
  await createIndex(runner, 'procedure_record', ['compilationId', 'kind']);
  await createTable(runner, 'issue', {
    id: 'key',
    compilationId: 'id',
    kind: 'text',
    title: 'text',
    views: 'text',
    proposal: 'text',
    raisedAt: 'instant',
    escalatedAt: 'instant?',
    decision: 'text?',
    decidedAt: 'instant?',
    revision: 'integer',
  });
  await createIndex(runner, 'issue', ['compilationId']);
  await createTable(runner, 'holiday_year', { year: 'integer', holidays: 'text' });
  await createUnique(runner, 'holiday_year', ['year']);
}
