import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Who owes what by when, each change of a deadline, and the units' requests for more time. */
export class Obligations1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'obligation', {
      id: 'key',
      compilationId: 'id',
      unitId: 'id',
      kind: 'text',
      round: 'integer',
      deadlineKey: 'text',
      nominal: 'text',
      effectiveAt: 'instant',
      ruleText: 'text',
      deadlineRevision: 'integer',
      datedIndividually: 'boolean',
      issuedAt: 'instant',
      extendedAt: 'instant?',
      extensionReason: 'text?',
      extensionApprover: 'text?',
      handedInAt: 'instant?',
      handedInLate: 'boolean',
      settledAt: 'instant?',
      waiverReason: 'text?',
      waiverApprover: 'text?',
      returnComments: 'text?',
      revision: 'integer',
    });
    await createUnique(runner, 'obligation', ['compilationId', 'kind', 'round', 'unitId']);
    await createIndex(runner, 'obligation', ['compilationId', 'deadlineKey']);
    await createIndex(runner, 'obligation', ['unitId']);
    await createTable(runner, 'deadline_change', {
      id: 'key',
      compilationId: 'id',
      obligationId: 'id',
      deadlineRevision: 'integer',
      cause: 'text',
      previousNominal: 'text',
      previousEffectiveAt: 'instant',
      nominal: 'text',
      effectiveAt: 'instant',
      reason: 'text?',
      approver: 'text?',
      changedAt: 'instant',
    });
    await createUnique(runner, 'deadline_change', ['obligationId', 'deadlineRevision']);
    await this.createRequests(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['extension_request', 'deadline_change', 'obligation']);
  }

  private async createRequests(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'extension_request', {
      id: 'key',
      compilationId: 'id',
      obligationId: 'id',
      until: 'text',
      reason: 'text',
      requestedAt: 'instant',
      answer: 'text?',
      answerReason: 'text?',
      answeredAt: 'instant?',
      revision: 'integer',
    });
    await createIndex(runner, 'extension_request', ['obligationId']);
    await createIndex(runner, 'extension_request', ['compilationId', 'answer']);
  }
}
