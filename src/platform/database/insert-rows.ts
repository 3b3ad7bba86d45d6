import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';

/** SQLite limits the depth and the variables of one statement; PostgreSQL's limit lies higher. */
const rowsPerStatement = 200;

/** Inserts any number of rows in statements small enough for both databases. */
export async function insertRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: T[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const values = rows.slice(from, from + rowsPerStatement);
    await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(values as never)
      .updateEntity(false)
      .execute();
  }
}
