import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { dateOf, formatDate } from '../../calendar/index.js';
import { findCompilation } from '../../compilation/index.js';
import { type Instant } from '../../platform/index.js';
import { type DocumentView } from '../../render/index.js';
import { draftTitle } from '../notice/draft-title.js';
import { requirePublishedNotice } from '../notice/notice.repository.js';
import { countByDisposition, type DispositionCounts, opinionsIn } from '../opinions/opinion-counts.js';
import { channels } from '../opinions/opinion-kinds.js';
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
  const counts = await countByDisposition(reader, { compilationId });
  const byChannel = await countPublic(reader, compilationId);
  const title = draftTitle(compilation, '征求意见稿');
  const { issuer } = compilation;
  const head = {
    issuer,
    draftTitle: title,
    openedOnText: formatDate(openedOn),
    closedOnText: formatDate(dateOf(closesAt)),
    publicTotal: byChannel.reduce((sum, { count }) => sum + count, 0),
    ...(await countConsultedUnits(reader, compilationId)),
  };
  const named = nameCounts(counts);
  const settled = counts.total - named.open;
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
    document: { properties: { title: '意见采纳情况反馈', createdAt: now }, head, rows: byChannel, tail },
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

/** What did not come from units that were written to, by channel. */
async function countPublic(
  reader: EntityManager,
  compilationId: string,
): Promise<{ channel: string; count: number }[]> {
  const rows = await opinionsIn(reader, { compilationId })
    .andWhere(`opinion.category <> '征求意见单位'`)
    .select('opinion.channel', 'channel')
    .addSelect('COUNT(*)', 'count')
    .groupBy('opinion.channel')
    .getRawMany<{ channel: string; count: string | number }>();
  return channels.flatMap((channel) =>
    rows.filter((row) => row.channel === channel).map((row) => ({ channel, count: Number(row.count) })),
  );
}
