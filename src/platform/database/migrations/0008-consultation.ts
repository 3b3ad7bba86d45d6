import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Notices of consultations, the register of opinions, units' replies, published feedback. */
export class Consultation1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'consultation_notice', {
      id: 'key',
      compilationId: 'id',
      round: 'integer',
      title: 'text',
      explanation: 'text',
      howToSubmit: 'text',
      shortReason: 'text',
      draftVersionId: 'id?',
      openedOn: 'text?',
      publishedAt: 'instant?',
      closesAt: 'instant?',
      extendedAt: 'instant?',
      extensionReason: 'text?',
      closedAt: 'instant?',
      revision: 'integer',
    });
    await createUnique(runner, 'consultation_notice', ['compilationId', 'round']);
    await createOpinions(runner);
    await createTable(runner, 'unit_reply', {
      id: 'key',
      compilationId: 'id',
      obligationId: 'id',
      unitId: 'id',
      opinions: 'integer',
      digest: 'text',
      handedInAt: 'instant',
      revision: 'integer',
    });
    await createUnique(runner, 'unit_reply', ['obligationId']);
    await createIndex(runner, 'unit_reply', ['compilationId']);
    await createTable(runner, 'consultation_feedback', {
      id: 'key',
      compilationId: 'id',
      round: 'integer',
      title: 'text',
      text: 'text',
      counts: 'text',
      digest: 'text',
      publishedAt: 'instant',
    });
    await createIndex(runner, 'consultation_feedback', ['compilationId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['consultation_feedback', 'unit_reply', 'opinion', 'consultation_notice']);
  }
}

async function createOpinions(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'opinion', {
    id: 'key',
    compilationId: 'id',
    round: 'integer',
    sequence: 'integer',
    part: 'integer',
    number: 'text',
    parentId: 'id?',
    channel: 'text',
    category: 'text',
    unitId: 'id?',
    organisation: 'text?',
    personName: 'text?',
    personContact: 'text?',
    erasedAt: 'instant?',
    draftVersionId: 'id?',
    clauseId: 'id?',
    clauseLabel: 'text?',
    quotation: 'text?',
    content: 'text',
    contentDigest: 'text',
    receivedAt: 'instant',
    late: 'boolean',
    registeredAt: 'instant',
    registeredSeq: 'integer',
    submissionKey: 'text?',
    obligationId: 'id?',
    groupId: 'id?',
    handler: 'text?',
    assignedAt: 'instant?',
    disposition: 'text?',
    reason: 'text?',
    changedClauseId: 'id?',
    disposedBy: 'text?',
    disposedAt: 'instant?',
    returnReason: 'text?',
    reviewedBy: 'text?',
    reviewedAt: 'instant?',
    revision: 'integer',
  });
  await createUnique(runner, 'opinion', ['compilationId', 'sequence', 'part']);
  await createUnique(runner, 'opinion', ['compilationId', 'submissionKey']);
  await createIndex(runner, 'opinion', ['compilationId', 'clauseId']);
  await createIndex(runner, 'opinion', ['compilationId', 'unitId']);
  await createIndex(runner, 'opinion', ['parentId']);
  await createIndex(runner, 'opinion', ['groupId']);
}
