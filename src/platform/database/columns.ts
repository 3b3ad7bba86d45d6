import { type ColumnOptions, type ValueTransformer } from 'typeorm';
import { canonicalJson } from '../json.js';

const instantTransformer: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: number | string | null) => (value === null ? null : Number(value)),
};
const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => (value === undefined || value === null ? value : canonicalJson(value)),
  from: (value: string | null): unknown => (value === null ? null : JSON.parse(value)),
};

/**
 * Column kinds that behave the same on SQLite and PostgreSQL. Instants are bigint milliseconds set from the
 * clock: date types shift with the process's time zone on one or lose precision on the other.
 */
export const instantColumn: ColumnOptions = { type: 'bigint', transformer: instantTransformer };
export const optionalInstantColumn: ColumnOptions = { ...instantColumn, nullable: true };

/** JSON kept as canonical text: PostgreSQL's jsonb reorders and drops keys, and what is hashed must read back equal. */
export const jsonColumn: ColumnOptions = { type: 'text', transformer: jsonTransformer };
export const optionalJsonColumn: ColumnOptions = { ...jsonColumn, nullable: true };
