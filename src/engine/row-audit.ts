import { type EntityManager } from 'typeorm';
import { type ChainEntry, readChain } from '../ledger/index.js';

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
}

/** As many as a person will read; that there are more is said. */
const mostFindings = 100;

export async function auditRows(
  reader: EntityManager,
  audits: readonly RowAudit[],
  compilationId: string,
): Promise<RowsVerdict> {
  const findings: RowFinding[] = [];
  for await (const entry of readChain(reader, compilationId)) {
    for (const audit of audits) findings.push(...(await audit.entry(reader, entry)));
    if (findings.length > mostFindings) break;
  }
  for (const audit of audits) findings.push(...((await audit.surplus?.(reader, compilationId)) ?? []));
  const shown = findings.slice(0, mostFindings);
  if (findings.length > mostFindings) shown.push(`另有不符，此处只列出${mostFindings}处`);
  return { ok: findings.length === 0, covers: audits.map(({ covers }) => covers), findings: shown };
}
