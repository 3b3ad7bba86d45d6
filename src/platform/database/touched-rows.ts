import { type EntityManager, type QueryResult, type QueryRunner } from 'typeorm';

/** Keys of the rows that the statements of one write inserted, changed or removed, by table. */
export type TouchedRows = Map<string, Set<string>>;

/** As TypeORM's runners implement it, behind their overloads. */
export type Query = (sql: string, parameters?: unknown[], structured?: boolean) => Promise<unknown>;
interface Watch {
  /** Column of the primary key by table. */
  keys: ReadonlyMap<string, string>;
  touched: TouchedRows;
}

const watches = new WeakMap<QueryRunner, Watch>();

/**
 * From now until the end of the write the database itself tells which rows of these tables change, whatever code changes
 * them: a list that each use case keeps by itself would be forgotten by one of them.
 */
export function watchRows(tx: EntityManager, keys: ReadonlyMap<string, string>): TouchedRows {
  const { queryRunner } = tx;
  if (queryRunner === undefined) throw new Error('rows are watched inside a write');
  const watch = watches.get(queryRunner) ?? { keys, touched: new Map<string, Set<string>>() };
  watches.set(queryRunner, watch);
  return watch.touched;
}

/** SQLite has one runner for all writes: each begins with nothing touched. */
export const forgetTouchedRows = (runner: QueryRunner): boolean => watches.delete(runner);

const writing = /^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"/;

/** Performs a statement; one that writes to a watched table also answers which rows it touched. */
export async function performWatched(
  runner: QueryRunner,
  query: Query,
  statement: Parameters<Query>,
): Promise<unknown> {
  const [sql, parameters, structured] = statement;
  const watch = watches.get(runner);
  const table = watch === undefined ? undefined : writing.exec(sql)?.[1];
  const key = table === undefined ? undefined : watch?.keys.get(table);
  if (watch === undefined || table === undefined || key === undefined) return query.apply(runner, statement);
  const asking = sql.includes(' RETURNING ') ? `${sql}, "${key}"` : `${sql} RETURNING "${key}"`;
  const result = (await query.call(runner, asking, parameters, true)) as QueryResult<Record<string, unknown>>;
  const touched = watch.touched.get(table) ?? new Set();
  for (const row of result.records) touched.add(String(row[key]));
  watch.touched.set(table, touched);
  // SQLite counts no rows for a statement that answers some.
  result.affected ??= result.records.length;
  return structured === true ? result : result.raw;
}
