import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, dropTables } from './schema.js';

/** Records that were taken back, the attendance a plenary needs, and why an answer stands without a changed text. */
export class Corrections1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'withdrawn_record', {
      id: 'key',
      compilationId: 'id',
      kind: 'text',
      content: 'text',
      reason: 'text',
      withdrawnAt: 'instant',
      withdrawnBy: 'text',
    });
    await createIndex(runner, 'withdrawn_record', ['compilationId', 'kind']);
    await createTable(runner, 'meeting_rule', {
      compilationId: 'key',
      attendance: 'text',
      basis: 'text',
      setAt: 'instant',
      setBy: 'text',
      revision: 'integer',
    });
    await runner.query('ALTER TABLE "review_point" ADD COLUMN "unchangedReason" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "review_point" DROP COLUMN "unchangedReason"');
    await dropTables(runner, ['meeting_rule', 'withdrawn_record']);
  }
}
