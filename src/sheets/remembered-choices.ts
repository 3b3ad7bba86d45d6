import { type EntityManager } from 'typeorm';
import { type IdSource, type Instant } from '../platform/index.js';
import { type Remembered, type TableReading } from './read-table.js';
import { RememberedChoice } from './remembered-choice.entity.js';
import { readColumns, type SheetChoice, writeColumns } from './sheet-choice.js';
import { type TableKind } from './table-kind.js';

/** What people chose for tables of this kind in this compilation. */
export async function recallChoices<F extends string>(
  reader: EntityManager,
  compilationId: string,
  kind: TableKind<F>,
): Promise<Remembered<F>> {
  const rows = await reader.findBy(RememberedChoice, { compilationId, kind: kind.id });
  return new Map(rows.map(({ fingerprint, columns }) => [fingerprint, readColumns(kind, columns)]));
}

interface Scribe {
  tx: EntityManager;
  ids: IdSource;
  now: Instant;
  compilationId: string;
}

/** Keeps what was chosen by hand, once the table is taken; a guess that was left standing is not remembered. */
export async function rememberChoice<F extends string>(
  { tx, ids, now, compilationId }: Scribe,
  kind: TableKind<F>,
  { fingerprint, columns }: TableReading<F>,
  choice: SheetChoice<F>,
): Promise<void> {
  if (choice.columns === undefined || Object.keys(choice.columns).length === 0) return;
  const taken: Partial<Record<F, number | null>> = { ...choice.columns };
  for (const { at, field } of columns) if (field !== null) taken[field] = at;
  const key = { compilationId, kind: kind.id, fingerprint };
  const change = { columns: writeColumns(taken), chosenAt: now };
  const known = await tx.findOneBy(RememberedChoice, key);
  if (known === null) await tx.insert(RememberedChoice, { id: ids.next(), ...key, ...change });
  else await tx.update(RememberedChoice, { id: known.id }, change);
}
