import { cellsOf } from './export-rows.js';
import { matchUnit, type UnitMatch } from './match-unit.js';
import { mergeRow } from './merge-row.js';
import { NameClaims } from './name-claims.js';
import {
  columnKeys,
  type Header,
  issue,
  readHeader,
  rosterColumns,
  type RosterIssue,
} from './roster-columns.js';
import { readRow, type RosterRow } from './roster-row.js';
import { type Unit } from './unit.js';

export interface FieldChange {
  /** The column's title. */
  column: string;
  from: string;
  to: string;
}

/**
 * What an import would do. Nothing is written when there are errors; units that the file does not name stay as
 * they are, since an extract must not remove the rest.
 */
export interface ImportPlan {
  create: { row: number; unit: Omit<Unit, 'key'> }[];
  update: { row: number; unit: Unit; changes: FieldChange[] }[];
  unchanged: { row: number; key: string }[];
  errors: RosterIssue[];
  warnings: RosterIssue[];
}

const mostRows = 5_000;

/**
 * Plans the import of a spreadsheet into the roster; pure, so a dry run and an import plan alike.
 * @param existing the roster as it stands
 * @param table rows of cells as text, the header first
 */
export function planImport(existing: readonly Unit[], table: readonly (readonly string[])[]): ImportPlan {
  const header = readHeader(table[0] ?? []);
  const rows = table.slice(1).map((cells, index) => ({ row: index + 2, cells }));
  if (header.errors.length === 0) return planRows(existing, header, rows);
  return { ...noPlan(), errors: header.errors };
}

const noPlan = (): ImportPlan => ({ create: [], update: [], unchanged: [], errors: [], warnings: [] });

/** The same for rows of which it is known what each column is. */
export function planRows(
  existing: readonly Unit[],
  header: Header,
  rows: readonly { row: number; cells: readonly string[] }[],
): ImportPlan {
  const plan = noPlan();
  if (rows.length > mostRows) {
    plan.errors.push(issue(1, '', '', `一次最多导入${mostRows}行，现有${rows.length}行。请分几次导入。`));
    return plan;
  }
  const planner = new Planner(existing, plan);
  for (const { row, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const { entry, errors, warnings } = readRow(header, cells, row);
    plan.errors.push(...errors);
    plan.warnings.push(...warnings);
    if (entry) planner.plan(entry, row);
  }
  planner.settleNames();
  return plan;
}

class Planner {
  private readonly match: (entry: RosterRow) => UnitMatch;
  /** Which row of the file speaks of an existing unit. */
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly existing: readonly Unit[],
    private readonly into: ImportPlan,
  ) {
    this.match = matchUnit(existing);
  }

  plan(entry: RosterRow, row: number): void {
    const match = this.match(entry);
    if (match.kind === 'refused') return this.refuse(row, 'name', entry.name, match.message);
    const known = match.kind === 'known' ? match.unit : undefined;
    const earlier = known && this.rowOf.get(known.key);
    if (earlier !== undefined)
      return this.refuse(row, 'name', entry.name, `与第${earlier}行是同一家单位。请只保留一行。`);
    if (known) this.rowOf.set(known.key, row);
    const merged = mergeRow(known, entry);
    if ('refused' in merged)
      return this.refuse(row, merged.refused, entry[merged.refused] ?? '', merged.message);
    if (!known) this.into.create.push({ row, unit: merged });
    else this.compare(known, { ...merged, key: known.key }, row);
  }

  /** Every name must have one bearer once the whole file is applied, so a name may pass from one row to another. */
  settleNames(): void {
    const { create, update, unchanged, errors } = this.into;
    const claims = new NameClaims();
    for (const unit of this.existing) if (!this.rowOf.has(unit.key)) claims.claim(unit, 0, '现有名录');
    const byKey = new Map(this.existing.map((unit) => [unit.key, unit]));
    const inFile = [
      ...create,
      ...update,
      ...unchanged.map(({ row, key }) => ({ row, unit: byKey.get(key)! })),
    ];
    for (const { row, unit } of inFile.sort((a, b) => a.row - b.row))
      errors.push(...claims.claim(unit, row, `第${row}行`));
    errors.sort((a, b) => a.row - b.row);
  }

  private compare(before: Unit, after: Unit, row: number): void {
    const [from, to] = [cellsOf(before), cellsOf(after)];
    const changed = columnKeys.filter((column) => from[column] !== to[column]);
    if (changed.length === 0) this.into.unchanged.push({ row, key: before.key });
    else {
      const changes = changed.map((column) => ({
        column: rosterColumns[column],
        from: from[column],
        to: to[column],
      }));
      this.into.update.push({ row, unit: after, changes });
    }
  }

  private refuse(row: number, column: keyof typeof rosterColumns, value: string, message: string): void {
    this.into.errors.push(issue(row, rosterColumns[column], value, message));
  }
}
