import { type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { type ChainEntry } from '../../ledger/index.js';
import { type JsonObject } from '../../platform/index.js';
import { type AuditedTable, digestRow } from './audited-table.js';
import { keyOf, type RowDigests, tableName } from './row-notes.js';

interface Told {
  seq: number;
  digest: string | null;
}

export interface Comparison {
  findings: string[];
  /** Rows older than the digests of their kind, as the verdict says them: 会议2处. */
  uncompared: string[];
}

const rowsPerPage = 1000;
/** Marks a row whose columns no longer hold what their types say. */
const unreadable = Symbol('unreadable');

/** What the entries read so far say last of each row. */
export class RowBook {
  private readonly told = new Map<string, Map<string, Told>>();
  private whole = new Set<string>();
  private wholeShared = new Set<string>();

  /** Entries in their order; of one compilation, or of all for what the house shares. */
  read(
    { seq, payload }: Pick<ChainEntry, 'seq' | 'payload'>,
    member: 'rowDigests' | 'sharedRowDigests',
  ): void {
    const { auditedTables, [member]: digests } = payload as JsonObject;
    if (seq === 1 && member === 'rowDigests' && Array.isArray(auditedTables))
      this.whole = new Set(auditedTables as string[]);
    for (const [table, rows] of Object.entries((digests ?? {}) as RowDigests)) {
      const known = this.told.get(table) ?? new Map<string, Told>();
      for (const [id, digest] of Object.entries(rows)) known.set(id, { seq, digest });
      this.told.set(table, known);
    }
  }

  /**
   * A row of a table that the house shares may be any compilation's, so it must have its entry only where every chain
   * was begun by a program that notes them.
   * @param geneses the payload of the first entry of each chain
   */
  begin(geneses: readonly JsonObject[]): void {
    const [first = [], ...others] = geneses.map(({ auditedTables }) =>
      Array.isArray(auditedTables) ? (auditedTables as string[]) : [],
    );
    this.wholeShared = new Set(first.filter((table) => others.every((tables) => tables.includes(table))));
  }

  /** Holds every row of a table against what was told of it. */
  async compare(reader: EntityManager, table: AuditedTable, compilationId: string): Promise<Comparison> {
    const name = tableName(reader, table);
    const told = new Map(this.told.get(name));
    const findings: string[] = [];
    let uncompared = 0;
    for await (const row of rowsOf(reader, table, compilationId)) {
      const id = String(row[keyOf(reader, table)]);
      const known = told.get(id);
      told.delete(id);
      if (unreadable in row) {
        findings.push(`${table.title}（标识${id}）的内容已被改坏，无法读取`);
        continue;
      }
      if (known !== undefined) findings.push(...differs(row, known, table));
      else if ((table.belongsBy === null ? this.wholeShared : this.whole).has(name))
        findings.push(`${titleOf(table, row)}没有登记的台账`);
      else uncompared += 1;
    }
    for (const [id, { seq, digest }] of told)
      if (digest !== null) findings.push(`第${seq}号台账所记的${table.title}（标识${id}）不在库中`);
    return { findings, uncompared: uncompared === 0 ? [] : [`${table.title}${uncompared}处`] };
  }
}

function differs(row: ObjectLiteral, { seq, digest }: Told, table: AuditedTable): string[] {
  if (digest === null) return [`${titleOf(table, row)}已由第${seq}号台账撤去，却仍在库中`];
  return digestRow(row, table) === digest ? [] : [`${titleOf(table, row)}与第${seq}号台账所记不符`];
}

function titleOf(table: AuditedTable, row: ObjectLiteral): string {
  const called = table.call(row);
  return called === '' ? table.title : `${table.title}“${called}”`;
}

/** A thousand rows at a time, so that their number does not matter. */
async function* rowsOf(
  reader: EntityManager,
  table: AuditedTable,
  compilationId: string,
): AsyncGenerator<ObjectLiteral> {
  const key = keyOf(reader, table);
  for (let after: unknown = undefined; ;) {
    const query = reader.createQueryBuilder(table.entity, 'row').orderBy(`row.${key}`).limit(rowsPerPage);
    if (table.belongsBy !== null)
      query.andWhere(`row.${table.belongsBy} = :compilationId`, { compilationId });
    if (after !== undefined) query.andWhere(`row.${key} > :after`, { after });
    const rows = await query.getMany().catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
      return oneByOne(reader, table, query);
    });
    yield* rows;
    if (rows.length < rowsPerPage) return;
    after = rows[rows.length - 1][key];
  }
}

/** Of a page in which some row cannot be read: the others as they are, and that one by its key. */
async function oneByOne(
  reader: EntityManager,
  { entity }: AuditedTable,
  page: SelectQueryBuilder<ObjectLiteral>,
): Promise<ObjectLiteral[]> {
  const key = keyOf(reader, { entity });
  const keys = await page.select(`row.${key}`, 'id').getRawMany<{ id: string }>();
  const rows: ObjectLiteral[] = [];
  for (const { id } of keys) {
    const row = await reader.findOneBy(entity, { [key]: id }).catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
      return { [key]: id, [unreadable]: true };
    });
    if (row !== null) rows.push(row);
  }
  return rows;
}
