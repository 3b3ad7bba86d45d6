import { type EntityManager, In } from 'typeorm';
import { dateOf, isLate, yearOf } from '../../calendar/index.js';
import { type Act, positionOf } from '../../engine/index.js';
import { insertRows, InvalidInput, type Instant, Refusal, sha256 } from '../../platform/index.js';
import { opinionWorkflow } from '../../../workflows/index.js';
import { type ConsultationNotice } from '../notice/consultation-notice.entity.js';
import { requirePublishedNotice } from '../notice/notice.repository.js';
import { ClauseAnchors } from './clause-anchors.js';
import { type ReceiveOpinion } from './opinion.dto.js';
import { digestOpinions } from './opinion-audit.js';
import { Opinion } from './opinion.entity.js';

export class RegisterClosed extends Refusal {
  constructor() {
    super('register-closed', '编制工作已经结束，不再登记意见。', 409);
  }
}

export class ClauseUnknown extends InvalidInput {
  constructor() {
    super('所选条款不在征求意见稿中；请刷新页面后重新选择，或者不选条款直接提出意见。', 'clause-unknown');
  }
}

export type NewOpinion = ReceiveOpinion & { obligationId?: string };

/**
 * Puts opinions on the register of the consultation published last: numbered without gaps, anchored to a clause of
 * the consulted version, late ones marked. What is known by its submission key already is not registered again.
 * @returns the opinions in the order given, known ones included
 */
export async function registerOpinions(act: Act, entries: readonly NewOpinion[]): Promise<Opinion[]> {
  const { tx, compilationId } = act;
  const notice = await requirePublishedNotice(tx, compilationId);
  await assertNotEnded(tx, compilationId);
  const known = await findKnown(tx, compilationId, entries);
  const anchors = await ClauseAnchors.of(tx, notice.draftVersionId);
  let sequence = (await tx.maximum(Opinion, 'sequence', { compilationId })) ?? 0;
  const fresh: Opinion[] = [];
  const registered = entries.map((entry) => {
    const twin = entry.submissionKey == null ? undefined : known.get(entry.submissionKey);
    if (twin !== undefined) return twin;
    const opinion = newOpinion(act, notice, entry, anchors, ++sequence);
    if (opinion.submissionKey !== null) known.set(opinion.submissionKey, opinion);
    fresh.push(opinion);
    return opinion;
  });
  await storeOpinions(act, fresh);
  return registered;
}

/** Inserts rows that are complete, begins their charts, and tells the ledger their numbers and digests. */
export async function storeOpinions(
  act: Act,
  opinions: Opinion[],
  as: 'registered' | 'parts' = 'registered',
): Promise<void> {
  if (opinions.length === 0) return;
  await insertRows(act.tx, Opinion, opinions);
  const ids = opinions.map((opinion) => opinion.id);
  await act.begin(opinionWorkflow.id, ids);
  const digest = digestOpinions(opinions);
  const [first, last] = [opinions[0].number, opinions[opinions.length - 1].number];
  act.note({ [as]: { count: opinions.length, first, last, digest } });
}

function newOpinion(
  act: Act,
  notice: ConsultationNotice,
  entry: NewOpinion,
  anchors: ClauseAnchors,
  sequence: number,
): Opinion {
  const { channel, proposer, content } = entry;
  if (entry.clauseId != null && !anchors.has(entry.clauseId)) throw new ClauseUnknown();
  const receivedAt = entry.receivedAt ?? act.now;
  return {
    ...unhandled,
    id: act.ids.next(),
    compilationId: act.compilationId,
    round: notice.round,
    sequence,
    part: 0,
    number: `${yearOf(dateOf(receivedAt))}-${String(sequence).padStart(4, '0')}`,
    parentId: null,
    channel,
    category: proposer.category,
    unitId: proposer.unitId ?? null,
    organisation: proposer.organisation ?? null,
    personName: proposer.personName ?? null,
    personContact: proposer.personContact ?? null,
    draftVersionId: notice.draftVersionId,
    ...anchors.resolve(entry),
    quotation: entry.quotation ?? null,
    content,
    contentDigest: sha256(content),
    receivedAt,
    late: cameLate(notice, receivedAt),
    registeredAt: act.now,
    registeredSeq: act.ledgerSeq,
    submissionKey: entry.submissionKey ?? null,
    obligationId: entry.obligationId ?? null,
  };
}

const cameLate = ({ closesAt }: ConsultationNotice, receivedAt: Instant): boolean =>
  closesAt !== null && isLate(receivedAt, closesAt);

/** What nobody has done anything about yet. */
export const unhandled = {
  erasedAt: null,
  groupId: null,
  handler: null,
  assignedAt: null,
  disposition: null,
  reason: null,
  changedClauseId: null,
  unchangedReason: null,
  unchangedBy: null,
  unchangedAt: null,
  disposedBy: null,
  disposedAt: null,
  returnReason: null,
  reviewedBy: null,
  reviewedAt: null,
  revision: 1,
};

async function findKnown(
  tx: EntityManager,
  compilationId: string,
  entries: readonly NewOpinion[],
): Promise<Map<string, Opinion>> {
  const keys = entries.flatMap(({ submissionKey }) => (submissionKey == null ? [] : [submissionKey]));
  const known = new Map<string, Opinion>();
  for (let from = 0; from < keys.length; from += 500) {
    const slice = keys.slice(from, from + 500);
    const rows = await tx.findBy(Opinion, { compilationId, submissionKey: In(slice) });
    for (const row of rows) known.set(row.submissionKey ?? '', row);
  }
  return known;
}

async function assertNotEnded(tx: EntityManager, compilationId: string): Promise<void> {
  if ((await positionOf(tx, compilationId)).is('ended')) throw new RegisterClosed();
}
