import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, dropTables } from './schema.js';

/** Why an adopted opinion left its clause as it was, and what an office lets stand unfinished in a packet. */
export class Adoption1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "opinion" ADD COLUMN "unchangedReason" text');
    await runner.query('ALTER TABLE "opinion" ADD COLUMN "unchangedBy" text');
    await runner.query('ALTER TABLE "opinion" ADD COLUMN "unchangedAt" bigint');
    await createTable(runner, 'packet_pass', {
      id: 'key',
      compilationId: 'id',
      place: 'text',
      reason: 'text',
      post: 'text',
      recordedBy: 'text',
      recordedAt: 'instant',
      withdrawnAt: 'instant?',
    });
    await createIndex(runner, 'packet_pass', ['compilationId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['packet_pass']);
    for (const column of ['unchangedReason', 'unchangedBy', 'unchangedAt']) {
      await runner.query(`ALTER TABLE "opinion" DROP COLUMN "${column}"`);
    }
  }
}
