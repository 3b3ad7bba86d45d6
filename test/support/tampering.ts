import { type EntityManager, type ObjectLiteral } from 'typeorm';
import { compilationTables } from '../../src/compilation/index.js';
import { consultationTables } from '../../src/consultation/index.js';
import { directoryTables } from '../../src/directory/index.js';
import { draftTables } from '../../src/drafts/index.js';
import { type AuditedTable } from '../../src/engine/index.js';
import { LedgerEntry } from '../../src/ledger/index.js';
import { materialTables } from '../../src/materials/index.js';
import { obligationTables } from '../../src/obligations/index.js';
import { packetTables } from '../../src/packet/index.js';
import { canonicalJson, type Database, type JsonObject } from '../../src/platform/index.js';
import { reviewTables } from '../../src/review/index.js';

export const auditedTables: AuditedTable[] = [
  ...compilationTables,
  ...directoryTables,
  ...obligationTables,
  ...materialTables,
  ...draftTables,
  ...consultationTables,
  ...reviewTables,
  ...packetTables,
];

/** Does something to the database, looks, and takes it back. */
export async function whileTampered<T>(
  database: Database,
  tamper: (tx: EntityManager) => Promise<unknown>,
  look: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const undone = new Error('undone');
  const seen: T[] = [];
  await database
    .write(async (tx) => {
      await tamper(tx);
      seen.push(await look(tx));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return seen[0];
}

export async function anyRow(
  tx: EntityManager,
  { entity, belongsBy }: AuditedTable,
  compilationId: string,
): Promise<ObjectLiteral | undefined> {
  const where = belongsBy === null ? {} : { [belongsBy]: compilationId };
  return (await tx.find(entity, { where, take: 1 })).at(0);
}

/** Another value for the first plain column that is compared. */
export function anotherValue(tx: EntityManager, table: AuditedTable, row: ObjectLiteral): ObjectLiteral {
  const compared = tx.connection.getMetadata(table.entity).columns.filter(({ isPrimary, propertyName }) => {
    return !isPrimary && propertyName !== table.belongsBy && !table.except.includes(propertyName);
  });
  // Texts before numbers, which may be part of a unique key.
  const plain = ['string', 'number', 'boolean'].flatMap((type) =>
    compared.filter(({ propertyName }) => typeof row[propertyName] === type),
  )[0];
  const value = row[plain.propertyName] as string | number | boolean;
  if (typeof value === 'boolean') return { [plain.propertyName]: !value };
  return { [plain.propertyName]: typeof value === 'number' ? value + 1 : `${value}改` };
}

/** A row made up from the types of its columns. */
export function madeUp(tx: EntityManager, table: AuditedTable, compilationId: string): ObjectLiteral {
  const row: ObjectLiteral = {};
  for (const { propertyName, type, transformer, isNullable } of tx.connection.getMetadata(table.entity)
    .columns) {
    if (isNullable) row[propertyName] = null;
    else if (type === 'boolean') row[propertyName] = false;
    else if (type === 'integer' || type === 'bigint') row[propertyName] = 999;
    else row[propertyName] = transformer === undefined ? 'made-up' : [];
  }
  return table.belongsBy === null ? row : { ...row, [table.belongsBy]: compilationId };
}

/** What finds this row and no other. */
export function keyed(tx: EntityManager, { entity }: AuditedTable, row: ObjectLiteral): ObjectLiteral {
  const [{ propertyName }] = tx.connection.getMetadata(entity).primaryColumns;
  return { [propertyName]: row[propertyName] as string };
}

/** Makes every entry as one was before it carried digests of rows. */
export async function forgetDigests(tx: EntityManager): Promise<void> {
  // Whoever owns the database can do this; taken back with the rest.
  await tx.query(
    tx.connection.options.type === 'postgres'
      ? 'ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_only_grows'
      : 'DROP TRIGGER ledger_entry_refuses_update',
  );
  for (const { id, payload } of await tx.find(LedgerEntry)) {
    const kept = Object.entries(JSON.parse(payload) as JsonObject).filter(
      ([name]) => !digestMembers.has(name),
    );
    await tx.update(LedgerEntry, { id }, { payload: canonicalJson(Object.fromEntries(kept)) });
  }
}

const digestMembers = new Set(['rowDigests', 'sharedRowDigests', 'auditedTables']);
