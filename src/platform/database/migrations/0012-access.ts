import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Who may enter: accounts, their roles, sessions, links, and the counters that slow down guessing and flooding. */
export class Access1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.accounts(runner);
    await createTable(runner, 'session', {
      id: 'key',
      tokenHash: 'text',
      kind: 'text',
      accountId: 'id?',
      compilationId: 'id?',
      aboutId: 'id?',
      partyId: 'id?',
      name: 'text',
      createdAt: 'instant',
      lastSeenAt: 'instant',
      endedAt: 'instant?',
    });
    await createUnique(runner, 'session', ['tokenHash']);
    await createIndex(runner, 'session', ['accountId']);
    await createTable(runner, 'access_link', {
      id: 'key',
      kind: 'text',
      compilationId: 'id',
      generation: 'integer',
      revokedAt: 'instant?',
      renewedAt: 'instant?',
    });
    await createTable(runner, 'mailed_code', {
      id: 'key',
      sessionId: 'id',
      purpose: 'text',
      codeHash: 'text',
      tries: 'integer',
      sentAt: 'instant',
      usedAt: 'instant?',
    });
    await createIndex(runner, 'mailed_code', ['sessionId', 'purpose']);
    await createTable(runner, 'attempt_window', {
      id: 'key',
      count: 'integer',
      since: 'instant',
      until: 'instant?',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'attempt_window',
      'mailed_code',
      'access_link',
      'session',
      'personal_token',
      'one_time_link',
    ];
    await dropTables(runner, [...tables, 'role_grant', 'account']);
  }

  private async accounts(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'account', {
      id: 'key',
      signInName: 'text',
      name: 'text',
      passwordHash: 'text?',
      totpSecret: 'text?',
      totpConfirmedAt: 'instant?',
      totpLastStep: 'integer?',
      disabledAt: 'instant?',
      createdAt: 'instant',
      revision: 'integer',
    });
    await createUnique(runner, 'account', ['signInName']);
    await createTable(runner, 'role_grant', {
      id: 'key',
      accountId: 'id',
      compilationId: 'id',
      role: 'text',
      grantedAt: 'instant',
    });
    await createUnique(runner, 'role_grant', ['accountId', 'compilationId', 'role']);
    await createTable(runner, 'one_time_link', {
      id: 'key',
      tokenHash: 'text',
      purpose: 'text',
      accountId: 'id?',
      createdAt: 'instant',
      expiresAt: 'instant',
      usedAt: 'instant?',
    });
    await createUnique(runner, 'one_time_link', ['tokenHash']);
    await createTable(runner, 'personal_token', {
      id: 'key',
      accountId: 'id',
      name: 'text',
      tokenHash: 'text',
      scopes: 'text',
      createdAt: 'instant',
      lastUsedAt: 'instant?',
      revokedAt: 'instant?',
    });
    await createUnique(runner, 'personal_token', ['tokenHash']);
  }
}
