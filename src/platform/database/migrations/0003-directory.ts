import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Units with their contacts, experts, and the leading group: one roster for all compilations. */
export class Directory1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'unit', {
      id: 'key',
      key: 'id',
      name: 'text',
      shortName: 'text',
      category: 'text',
      aliases: 'text',
      districtCode: 'text?',
      remark: 'text',
      demonstration: 'boolean',
      revision: 'integer',
    });
    await createUnique(runner, 'unit', ['key']);
    await createTable(runner, 'contact', {
      id: 'key',
      unitId: 'id',
      role: 'text',
      name: 'text',
      address: 'text',
    });
    await createUnique(runner, 'contact', ['unitId', 'role']);
    await createTable(runner, 'expert', {
      id: 'key',
      key: 'id',
      name: 'text',
      institution: 'text',
      field: 'text',
      address: 'text',
    });
    await createUnique(runner, 'expert', ['key']);
    await createTable(runner, 'leading_group_member', {
      id: 'key',
      key: 'id',
      organisation: 'text',
      unitId: 'id?',
      post: 'text',
      role: 'text',
      address: 'text',
    });
    await createUnique(runner, 'leading_group_member', ['key']);
    await createIndex(runner, 'leading_group_member', ['unitId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['leading_group_member', 'expert', 'contact', 'unit']);
  }
}
