import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, createUnique, dropTables } from './schema.js';

/** What people said the columns of a table are, so that they need not say it of the next one like it. */
export class SheetChoices1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'sheet_choice', {
      id: 'key',
      compilationId: 'id',
      kind: 'text',
      fingerprint: 'text',
      columns: 'text',
      chosenAt: 'instant',
    });
    await createUnique(runner, 'sheet_choice', ['compilationId', 'kind', 'fingerprint']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['sheet_choice']);
  }
}
