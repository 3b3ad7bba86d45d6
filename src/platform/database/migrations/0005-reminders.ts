import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** The ladder of each compilation and the register of reminders. */
export class Reminders1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'reminder_plan', {
      id: 'key',
      rungs: 'text',
      digestedAt: 'instant?',
      revision: 'integer',
    });
    await createTable(runner, 'reminder_register', {
      id: 'key',
      compilationId: 'id',
      recipientId: 'id',
      obligationId: 'id',
      deadlineRevision: 'integer',
      rung: 'id',
      occurrence: 'integer',
      mailId: 'id?',
      dueAt: 'instant',
      recordedAt: 'instant',
    });
    const turn = ['recipientId', 'obligationId', 'deadlineRevision', 'rung', 'occurrence'];
    await createUnique(runner, 'reminder_register', turn);
    await createIndex(runner, 'reminder_register', ['obligationId']);
    await createIndex(runner, 'reminder_register', ['compilationId', 'recordedAt']);
    await createIndex(runner, 'reminder_register', ['mailId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['reminder_register', 'reminder_plan']);
  }
}
