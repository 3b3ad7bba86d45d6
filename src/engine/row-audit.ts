import { type EntityManager } from 'typeorm';
import { type ChainEntry, LedgerEntry, readChain, readChains, toChainEntry } from '../ledger/index.js';
import { type JsonObject } from '../platform/index.js';
import { type AuditedTable } from './rows/audited-table.js';
import { RowBook } from './rows/row-book.js';

/** A row, or a set of rows, that is not as its entry says: what differs, with the entry's number, in Chinese. */
export type RowFinding = string;

/**
 * Holds a room's rows against what entries of the ledger say of them. An entry carries the digests of what its act wrote;
 * a row that was changed, deleted or added by hand no longer agrees with them.
 */
export interface RowAudit {
  /** What it compares, as the verdict names it: 意见, 报送材料. */
  readonly covers: string;
  /** @returns what differs; nothing for an entry that says nothing of these rows */
  entry(reader: EntityManager, entry: ChainEntry): Promise<RowFinding[]>;
  /** Rows that no entry tells of. */
  surplus?(reader: EntityManager, compilationId: string): Promise<RowFinding[]>;
}

export interface RowsVerdict {
  ok: boolean;
  covers: string[];
  findings: RowFinding[];
  /** What is older than the digests of its kind: 会议2处. */
  uncompared: string[];
}

/** As many as a person will read; that there are more is said. */
const mostFindings = 100;

export async function auditRows(
  reader: EntityManager,
  audits: readonly RowAudit[],
  tables: readonly AuditedTable[],
  compilationId: string,
): Promise<RowsVerdict> {
  const findings: RowFinding[] = [];
  const uncompared: string[] = [];
  const book = new RowBook();
  for await (const entry of readChain(reader, compilationId)) {
    book.read(entry, 'rowDigests');
    if (findings.length > mostFindings) continue;
    for (const audit of audits) findings.push(...(await legible(audit, audit.entry(reader, entry))));
  }
  for (const audit of audits)
    findings.push(...(await legible(audit, audit.surplus?.(reader, compilationId))));
  book.begin(await genesesOf(reader));
  for await (const entry of readChains(reader, 'sharedRowDigests')) book.read(entry, 'sharedRowDigests');
  for (const table of tables) {
    const compared = await book.compare(reader, table, compilationId);
    findings.push(...compared.findings);
    uncompared.push(...compared.uncompared);
  }
  const shown = findings.slice(0, mostFindings);
  if (findings.length > mostFindings) shown.push(`另有不符，此处只列出${mostFindings}处`);
  return {
    ok: findings.length === 0,
    covers: [...new Set([...audits.map(({ covers }) => covers), ...tables.map(({ title }) => title)])],
    findings: shown,
    uncompared,
  };
}

const genesesOf = async (reader: EntityManager): Promise<JsonObject[]> =>
  (await reader.findBy(LedgerEntry, { seq: 1 })).map((row) => toChainEntry(row).payload as JsonObject);

/** A column that no longer holds what its type says is a finding too, not the end of the verification. */
async function legible(
  { covers }: RowAudit,
  found: Promise<RowFinding[]> | undefined,
): Promise<RowFinding[]> {
  try {
    return (await found) ?? [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [`${covers}中有内容已被改坏，无法读取`];
  }
}
