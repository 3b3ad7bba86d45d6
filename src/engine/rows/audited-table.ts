import { type EntityTarget, type ObjectLiteral } from 'typeorm';
import { canonicalJson, sha256 } from '../../platform/index.js';

/**
 * A table whose rows are held against the ledger one by one: each entry carries the digests of the rows that its act
 * wrote, so a row that was changed, removed or slipped in by hand is found and named.
 */
export interface AuditedTable {
  entity: EntityTarget<ObjectLiteral>;
  /** What a row is, as the verdict says it: 会议. */
  title: string;
  /** Which one of them, as people know it; '' where only the entry's number tells. */
  call(row: ObjectLiteral): string;
  /**
   * Columns that are not compared: personal data, whose digest the ledger must not hold, and what changes without an
   * act.
   */
  except: readonly string[];
  /** Column that says which compilation a row belongs to; null when the whole house shares the table. */
  belongsBy: string | null;
}

interface Description<T> {
  title: string;
  call?: (row: T) => string;
  except?: readonly (keyof T & string)[];
  /** `compilationId` unless told. */
  belongsBy?: (keyof T & string) | null;
}

export function auditTable<T extends ObjectLiteral>(
  entity: new () => T,
  { title, call, except, belongsBy }: Description<T>,
): AuditedTable {
  return {
    entity,
    title,
    call: (row) => call?.(row as T) ?? '',
    except: except ?? [],
    belongsBy: belongsBy === undefined ? 'compilationId' : belongsBy,
  };
}

/** Half of a SHA-256: an act may write thousands of rows, and nobody can choose both texts of a pair. */
const digestLength = 32;

/** Empty values are left out, so that a column which a later migration adds changes no digest of the rows before it. */
export function digestRow(row: ObjectLiteral, { except }: AuditedTable): string {
  const told = Object.entries(row).filter(([name, value]) => !except.includes(name) && !isEmpty(value));
  return sha256(canonicalJson(Object.fromEntries(told))).slice(0, digestLength);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === '' || value === false || value === 0;
}
