import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, dropTables } from './schema.js';

/** What was done under a key that somebody sent with an act, so that sending it again does nothing again. */
export class RequestKeys1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'request_key', {
      id: 'key',
      owner: 'text',
      digest: 'text',
      results: 'text',
      answer: 'text?',
      createdAt: 'instant',
    });
    await createIndex(runner, 'request_key', ['createdAt']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['request_key']);
  }
}
