import { type QueryRunner, Table, TableIndex } from 'typeorm';

type Kind = 'key' | 'id' | 'text' | 'instant' | 'integer' | 'boolean' | 'double';
type Columns = Record<string, Kind | `${Kind}?`>;

const sqlTypes: Record<Kind, string> = {
  key: 'varchar(64)',
  id: 'varchar(64)',
  text: 'text',
  instant: 'bigint',
  integer: 'integer',
  boolean: 'boolean',
  double: 'double precision',
};

/** Creates a table with column types that mean the same on both databases; a `?` makes a column nullable. */
export async function createTable(runner: QueryRunner, name: string, columns: Columns): Promise<void> {
  const definitions = Object.entries(columns).map(([column, kind]) => {
    const plain = kind.replace('?', '') as Kind;
    return {
      name: column,
      type: sqlTypes[plain],
      isPrimary: plain === 'key',
      isNullable: kind.endsWith('?'),
    };
  });
  await runner.createTable(new Table({ name, columns: definitions }));
}

export async function createIndex(runner: QueryRunner, table: string, columns: string[]): Promise<void> {
  await runner.createIndex(
    table,
    new TableIndex({ name: `ix_${table}_${columns.join('_')}`, columnNames: columns }),
  );
}

export async function createUnique(runner: QueryRunner, table: string, columns: string[]): Promise<void> {
  const name = `ux_${table}_${columns.join('_')}`;
  await runner.createIndex(table, new TableIndex({ name, columnNames: columns, isUnique: true }));
}

export async function dropTables(runner: QueryRunner, names: string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}
