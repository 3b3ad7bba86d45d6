import { type EntityTarget, type ObjectLiteral } from 'typeorm';
import {
  canonicalJson,
  formatActor,
  insertRows,
  type JsonObject,
  lineInput,
  Refusal,
  sha256,
} from '../platform/index.js';
import { type Act } from './act.js';
import { WithdrawnRecord } from './withdrawn-record.entity.js';

/** Why a record is corrected or taken back; the ledger keeps it. */
export const correctionReason = lineInput(500);

/**
 * A record may be corrected or taken back until something rests on it: what was decided, sent or written because of
 * it would otherwise rest on nothing.
 */
export class RecordInUse extends Refusal {
  /**
   * @param what the record, e.g. “该条意见”
   * @param resting what rests on it, e.g. “已经答复”
   * @param remedy what to do instead, a clause without a full stop
   */
  constructor(what: string, resting: string, remedy: string) {
    super('record-in-use', `${what}${resting}，不能更改或者撤回；${remedy}。`, 409);
  }
}

/** Takes a record out of its table and keeps it aside as it stood, with the reason in the ledger. */
export async function withdrawRow<T extends ObjectLiteral & { id: string }>(
  act: Act,
  entity: EntityTarget<T>,
  row: T,
  reason: string,
): Promise<void> {
  const { tableName } = act.tx.connection.getMetadata(entity);
  const { id } = row;
  // A plain object: what the database gave back has the entity's prototype.
  const content = { ...row } as unknown as JsonObject;
  const { compilationId, now: withdrawnAt } = act;
  const aside = { id, compilationId, kind: tableName, content, reason, withdrawnAt };
  await insertRows(act.tx, WithdrawnRecord, [{ ...aside, withdrawnBy: formatActor(act.actor) }]);
  await act.tx.delete(entity, { id } as never);
  act.note({ id, reason, withdrawnDigest: sha256(canonicalJson(content)) });
}
