import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { dateOf, formatDate } from '../../calendar/index.js';
import { findCompilation } from '../../compilation/index.js';
import { type Instant } from '../../platform/index.js';
import { type DocumentView } from '../../render/index.js';
import { consultedTitle } from '../notice/draft-title.js';
import { requirePublishedNotice } from '../notice/notice.repository.js';
import { countRegister, type DispositionCounts } from '../opinions/register-counts.js';
import { listStayedClauses } from '../adoption/stayed-clauses.js';
import { withoutContacts } from '../public/without-contacts.js';
import { countConsultedUnits } from '../tables/consulted-units.js';

export interface FeedbackView {
  title: string;
  round: number;
  counts: DispositionCounts;
  /** For templates/documents/feedback. */
  document: DocumentView;
}

/** Everything the published feedback says, counted from the register. */
export async function viewFeedback(
  reader: EntityManager,
  compilationId: string,
  now: Instant,
): Promise<FeedbackView> {
  const compilation = await findCompilation(reader, compilationId);
  const notice = await requirePublishedNotice(reader, compilationId);
  const { openedOn, closesAt, round } = notice;
  assert.ok(openedOn !== null && closesAt !== null, 'a published notice has its dates');
  const register = await countRegister(reader, { compilationId }, { reviewedOnly: true });
  const counts = { ...register.byDisposition, total: register.total };
  const title = await consultedTitle(reader, compilationId);
  const { issuer } = compilation;
  const head = {
    issuer,
    draftTitle: title,
    openedOnText: formatDate(openedOn),
    closedOnText: formatDate(dateOf(closesAt)),
    publicTotal: register.fromPublic,
    ...(await countConsultedUnits(reader, compilationId)),
  };
  const named = nameCounts(counts);
  const { settled } = register;
  const stayed = (await listStayedClauses(reader, compilationId)).map(({ clause, reason, numbers }) => ({
    text: `意见${numbers.join('、')}（${clause}）：${withoutContacts(reason).replace(/\s*\n\s*/gu, '')}`,
    count: numbers.length,
  }));
  const stayedCount = stayed.reduce((sum, { count }) => sum + count, 0);
  const tail = {
    ...named,
    stayed,
    stayedCount,
    total: settled,
    issuer,
    publishedOnText: formatDate(dateOf(now)),
  };
  return {
    title: `关于《${title}》意见采纳情况的反馈`,
    round,
    counts,
    document: {
      properties: { title: '意见采纳情况反馈', createdAt: now },
      head,
      rows: register.publicChannels,
      tail,
    },
  };
}

/** The counts by the names that templates use; `open`: not disposed of yet. */
export function nameCounts(counts: DispositionCounts) {
  const { total, 采纳: adopted, 部分采纳: partlyAdopted, 不采纳: notAdopted } = counts;
  const { 已有体现: alreadyReflected, 留作研究: keptForStudy } = counts;
  const settled = adopted + partlyAdopted + notAdopted + alreadyReflected + keptForStudy;
  return {
    total,
    adopted,
    partlyAdopted,
    notAdopted,
    alreadyReflected,
    keptForStudy,
    open: total - settled,
  };
}
