import { canonicalJson, sha256 } from '../../platform/index.js';
import { type Opinion } from '../opinions/opinion.entity.js';

/**
 * 核对码: what an opinion was when a table left the house. A table that comes back is held against it, so that
 * nobody's later work is written over. Made of what is printed, not of the row's revision: the same table built
 * again is the same bytes.
 */
export function rowMark(opinion: Opinion, state: string): string {
  const { number, contentDigest, disposition, reason, changedClauseId } = opinion;
  return sha256(canonicalJson([number, contentDigest, state, disposition, reason, changedClauseId])).slice(
    0,
    8,
  );
}
