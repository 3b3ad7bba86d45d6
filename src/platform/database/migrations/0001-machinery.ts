import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, createUnique, dropTables } from './schema.js';

/** Ledger, engine, outbox and mail: the rows every act writes. */
export class Machinery1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'write_lock', { id: 'key' });
    await createTable(runner, 'ledger_head', {
      compilationId: 'key',
      seq: 'integer',
      hash: 'text',
      algorithm: 'text',
    });
    await createTable(runner, 'ledger_entry', {
      id: 'key',
      compilationId: 'id',
      seq: 'integer',
      at: 'instant',
      actor: 'text',
      type: 'text',
      payload: 'text',
      prevHash: 'text',
      hash: 'text',
    });
    await createUnique(runner, 'ledger_entry', ['compilationId', 'seq']);
    await createUnique(runner, 'ledger_entry', ['compilationId', 'prevHash']);
    await createIndex(runner, 'ledger_entry', ['compilationId', 'type']);
    await createTable(runner, 'workflow_instance', {
      id: 'key',
      compilationId: 'id',
      definition: 'text',
      state: 'text',
      snapshot: 'text',
      revision: 'integer',
      changedAt: 'instant',
    });
    await createIndex(runner, 'workflow_instance', ['compilationId', 'definition', 'state']);
    await createOutbox(runner);
    await guardLedger(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'mail',
      'outbox',
      'workflow_instance',
      'ledger_entry',
      'ledger_head',
      'write_lock',
    ]);
  }
}

/** Effects that wait, and the register of mails. */
async function createOutbox(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'outbox', {
    id: 'key',
    compilationId: 'id?',
    kind: 'text',
    uniqueKey: 'text',
    payload: 'text',
    state: 'text',
    dueAt: 'instant',
    attempts: 'integer',
    leaseUntil: 'instant?',
    leaseToken: 'id?',
    lastError: 'text?',
    createdAt: 'instant',
    finishedAt: 'instant?',
  });
  await createUnique(runner, 'outbox', ['uniqueKey']);
  await createIndex(runner, 'outbox', ['state', 'dueAt']);
  await createTable(runner, 'mail', {
    id: 'key',
    compilationId: 'id',
    template: 'text',
    recipientId: 'id',
    recipientName: 'text',
    address: 'text',
    about: 'id?',
    view: 'text',
    event: 'text?',
    stillDueCheck: 'text?',
    messageId: 'text',
    subject: 'text?',
    state: 'text',
    queuedAt: 'instant',
    sentAt: 'instant?',
    lastError: 'text?',
  });
  await createUnique(runner, 'mail', ['messageId']);
  await createIndex(runner, 'mail', ['compilationId', 'state']);
  await createIndex(runner, 'mail', ['about']);
}

/** The ledger only grows: the database itself refuses to change or remove a row. */
async function guardLedger(runner: QueryRunner): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$`);
    await runner.query(`CREATE TRIGGER ledger_entry_only_grows BEFORE UPDATE OR DELETE ON ledger_entry
      FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()`);
    await runner.query(`CREATE TRIGGER ledger_entry_is_not_emptied BEFORE TRUNCATE ON ledger_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`);
    return;
  }
  for (const verb of ['UPDATE', 'DELETE']) {
    await runner.query(`CREATE TRIGGER ledger_entry_refuses_${verb.toLowerCase()} BEFORE ${verb} ON ledger_entry
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END`);
  }
}
