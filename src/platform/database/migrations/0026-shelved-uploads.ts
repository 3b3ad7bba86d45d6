import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, dropTables } from './schema.js';

/** Files that were looked at and not taken yet, so that any process may serve the dialogue about them. */
export class ShelvedUploads1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'shelved_upload', {
      id: 'key',
      owner: 'text',
      name: 'text',
      mediaType: 'text',
      content: 'text',
      bytes: 'integer',
      keptAt: 'instant',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['shelved_upload']);
  }
}
