import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Meetings with those invited, the points made about the draft, and the signatures under written opinions. */
export class Review1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createMeetings(runner);
    await createTable(runner, 'review_point', {
      id: 'key',
      compilationId: 'id',
      kind: 'text',
      round: 'integer',
      number: 'integer',
      meetingId: 'id?',
      inviteeId: 'id?',
      clauseId: 'id?',
      clauseLabel: 'text',
      content: 'text',
      dissent: 'boolean',
      filedAt: 'instant',
      answer: 'text?',
      answerText: 'text',
      answerClauseId: 'id?',
      answeredAt: 'instant?',
      revision: 'integer',
    });
    await createUnique(runner, 'review_point', ['compilationId', 'kind', 'round', 'number']);
    await createIndex(runner, 'review_point', ['inviteeId']);
    await createSignatures(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['signing_code', 'signature', 'review_point', 'invitee', 'meeting']);
  }
}

async function createMeetings(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'meeting', {
    id: 'key',
    compilationId: 'id',
    kind: 'text',
    round: 'integer',
    startsAt: 'instant',
    endsAt: 'instant',
    place: 'text',
    agenda: 'text',
    draftVersionId: 'id?',
    invitationSequence: 'integer',
    materialsSentAt: 'instant?',
    heldAt: 'instant?',
    conclusion: 'text?',
    concludedAt: 'instant?',
    minutes: 'text?',
    revision: 'integer',
  });
  await createUnique(runner, 'meeting', ['compilationId', 'kind', 'round']);
  await createTable(runner, 'invitee', {
    id: 'key',
    compilationId: 'id',
    meetingId: 'id',
    partyId: 'id',
    position: 'integer',
    name: 'text',
    organisation: 'text',
    address: 'text',
    response: 'text?',
    respondedAt: 'instant?',
    present: 'boolean',
    conflict: 'text?',
    conflictNote: 'text',
    conflictDeclaredAt: 'instant?',
    recommendation: 'text?',
    writtenOpinion: 'text',
    revision: 'integer',
  });
  await createUnique(runner, 'invitee', ['meetingId', 'partyId']);
}

async function createSignatures(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'signature', {
    id: 'key',
    compilationId: 'id',
    inviteeId: 'id',
    method: 'text',
    contentDigest: 'text',
    signingCodeId: 'id?',
    fileDigest: 'text?',
    signedAt: 'instant',
    voidedAt: 'instant?',
  });
  await createIndex(runner, 'signature', ['inviteeId']);
  await createTable(runner, 'signing_code', {
    id: 'key',
    compilationId: 'id',
    inviteeId: 'id',
    contentDigest: 'text',
    codeHash: 'text',
    requestedAt: 'instant',
    expiresAt: 'instant',
    failedAttempts: 'integer',
    usedAt: 'instant?',
  });
  await createIndex(runner, 'signing_code', ['inviteeId']);
}
