import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Packets and the sections of the explanation that people write. */
export class Packet1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'packet_build', {
      id: 'key',
      compilationId: 'id',
      ledgerSeq: 'integer',
      asOf: 'instant',
      draftVersionId: 'id',
      sourcesDigest: 'text',
      state: 'text',
      sha256: 'text?',
      sm3: 'text?',
      sizeBytes: 'integer?',
      builtAt: 'instant?',
      revision: 'integer',
    });
    await createUnique(runner, 'packet_build', ['compilationId', 'ledgerSeq']);
    await createTable(runner, 'explanation_section', {
      id: 'key',
      compilationId: 'id',
      section: 'text',
      text: 'text',
      writtenAt: 'instant',
      writtenBy: 'text',
    });
    await createIndex(runner, 'explanation_section', ['compilationId', 'section']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['explanation_section', 'packet_build']);
  }
}
