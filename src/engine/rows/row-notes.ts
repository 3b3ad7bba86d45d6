import { type EntityManager, In, type ObjectLiteral } from 'typeorm';
import { type JsonObject, type TouchedRows, watchRows } from '../../platform/index.js';
import { type AuditedTable, digestRow } from './audited-table.js';

/** Digest by a row's key, by table; null for a row that the act removed. */
export type RowDigests = Record<string, Record<string, string | null>>;

const rowsPerQuery = 200;

/** Notes in each entry of the ledger what its act made of the rows of the audited tables. */
export class RowNotes {
  private keys: ReadonlyMap<string, string> | undefined;

  constructor(private readonly tables: readonly AuditedTable[]) {}

  /** Before an act writes anything. */
  watch(tx: EntityManager): TouchedRows {
    this.keys ??= new Map(this.tables.map((table) => [tableName(tx, table), keyOf(tx, table)]));
    return watchRows(tx, this.keys);
  }

  /** When an act has written everything: rows of other compilations wait for an act of theirs. */
  async take(tx: EntityManager, compilationId: string, touched: TouchedRows): Promise<JsonObject> {
    const own: RowDigests = {};
    const shared: RowDigests = {};
    for (const table of this.tables) {
      const keys = touched.get(tableName(tx, table)) ?? new Set();
      if (keys.size === 0) continue;
      const digests = await digestsOf(tx, table, compilationId, keys);
      if (Object.keys(digests).length === 0) continue;
      (table.belongsBy === null ? shared : own)[tableName(tx, table)] = digests;
    }
    return {
      ...(Object.keys(own).length > 0 ? { rowDigests: own } : {}),
      ...(Object.keys(shared).length > 0 ? { sharedRowDigests: shared } : {}),
    };
  }

  /** For the genesis entry: tables whose every row has an entry that tells of it. */
  names(tx: EntityManager): string[] {
    return this.tables.map((table) => tableName(tx, table));
  }
}

export const tableName = (tx: EntityManager, { entity }: AuditedTable): string =>
  tx.connection.getMetadata(entity).tableName;

export const keyOf = (tx: EntityManager, { entity }: Pick<AuditedTable, 'entity'>): string =>
  tx.connection.getMetadata(entity).primaryColumns[0].propertyName;

async function digestsOf(
  tx: EntityManager,
  table: AuditedTable,
  compilationId: string,
  touched: Set<string>,
): Promise<Record<string, string | null>> {
  const digests: Record<string, string | null> = {};
  const key = keyOf(tx, table);
  const asked = [...touched];
  for (let from = 0; from < asked.length; from += rowsPerQuery) {
    const chunk = asked.slice(from, from + rowsPerQuery);
    const rows = await tx.find(table.entity, { where: { [key]: In(chunk) } });
    const found = new Map<string, ObjectLiteral>(rows.map((row) => [String(row[key]), row]));
    for (const id of chunk) {
      const row = found.get(id);
      if (row !== undefined && !belongs(row, table, compilationId)) continue;
      digests[id] = row === undefined ? null : digestRow(row, table);
      touched.delete(id);
    }
  }
  return digests;
}

const belongs = (row: ObjectLiteral, { belongsBy }: AuditedTable, compilationId: string): boolean =>
  belongsBy === null || row[belongsBy] === compilationId;
