import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** What the public sent and the house did not register at once. */
export class HeldComments1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'held_comment', {
      id: 'key',
      compilationId: 'id',
      noticeId: 'id',
      receipt: 'text',
      submissionKey: 'text',
      reason: 'text',
      state: 'text',
      category: 'text',
      organisation: 'text?',
      personName: 'text?',
      personContact: 'text?',
      draftVersionId: 'id?',
      clauseId: 'id?',
      clauseLabel: 'text?',
      content: 'text',
      receivedAt: 'instant',
      releaseAt: 'instant?',
      opinionId: 'id?',
      remark: 'text?',
      decidedBy: 'text?',
      decidedAt: 'instant?',
      revision: 'integer',
    });
    await createUnique(runner, 'held_comment', ['receipt']);
    await createUnique(runner, 'held_comment', ['compilationId', 'submissionKey']);
    await createIndex(runner, 'held_comment', ['compilationId', 'state']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['held_comment']);
  }
}
