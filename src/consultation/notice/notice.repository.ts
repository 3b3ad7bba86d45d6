import { type EntityManager, IsNull, Not } from 'typeorm';
import { Refusal } from '../../platform/index.js';
import { ConsultationNotice } from './consultation-notice.entity.js';

export class ConsultationNotOpened extends Refusal {
  constructor() {
    super('consultation-not-opened', '尚未公开征求意见，不能登记意见；请在公告发布后再提交。', 409);
  }
}

/** The notice of the next round, not yet published; null when none is being prepared. */
export const noticeInPreparation = (
  reader: EntityManager,
  compilationId: string,
): Promise<ConsultationNotice | null> =>
  reader.findOneBy(ConsultationNotice, { compilationId, publishedAt: IsNull() });

/** The notice published last, open or closed; null before the first consultation. */
export async function latestPublishedNotice(
  reader: EntityManager,
  compilationId: string,
): Promise<ConsultationNotice | null> {
  const [latest] = await reader.find(ConsultationNotice, {
    where: { compilationId, publishedAt: Not(IsNull()) },
    order: { round: 'DESC' },
    take: 1,
  });
  return latest ?? null;
}

/** The notice of the consultation that runs now; null when none does. */
export const openNotice = (
  reader: EntityManager,
  compilationId: string,
): Promise<ConsultationNotice | null> =>
  reader.findOneBy(ConsultationNotice, {
    compilationId,
    publishedAt: Not(IsNull()),
    closedAt: IsNull(),
  });

export async function requirePublishedNotice(
  reader: EntityManager,
  compilationId: string,
): Promise<ConsultationNotice> {
  const notice = await latestPublishedNotice(reader, compilationId);
  if (notice === null) throw new ConsultationNotOpened();
  return notice;
}
