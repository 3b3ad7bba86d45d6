import { type EntityManager } from 'typeorm';
import { dateOf, formatDate } from '../../calendar/index.js';
import { findCompilation, mailHeading } from '../../compilation/index.js';
import { contactsOf, findUnits } from '../../directory/index.js';
import { type Act, answer, type FactSource, type Reaction, reactTo } from '../../engine/index.js';
import { type MailCheck } from '../../outbox/index.js';
import { registerNumber } from '../../obligations/index.js';
import { sha256 } from '../../platform/index.js';
import { renderDocument, type TemplateSet } from '../../render/index.js';
import { consultStage, type FeedbackFacts } from '../../../workflows/index.js';
import { consultedTitle } from '../notice/draft-title.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { type DispositionCounts } from '../opinions/register-counts.js';
import { ConsultationFeedback } from './consultation-feedback.entity.js';
import { nameCounts, viewFeedback } from './feedback-view.js';

/** 意见采纳情况反馈: published with the version that answers the opinions; whoever gave some is told. */
export const feedbackReaction = (templates: TemplateSet): Reaction =>
  reactTo(consultStage, 'publishFeedback', async (act) => {
    const { title, round, counts, document } = await viewFeedback(act.tx, act.compilationId, act.now);
    const chunks: Buffer[] = [];
    for await (const chunk of renderDocument(templates, 'feedback', 'txt', document)) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString().trim();
    const digest = sha256(text);
    const id = act.ids.next();
    const feedback = { id, compilationId: act.compilationId, round, title, text, counts, digest };
    await act.tx.insert(ConsultationFeedback, { ...feedback, publishedAt: act.now });
    await tellUnits(act, id, counts);
    act.note({ feedback: { id, round, digest, total: counts.total } });
  });

export const feedbackFacts: FactSource[] = [
  answer(consultStage, 'feedbackPublished', async ({ tx, compilationId }): Promise<FeedbackFacts> => {
    return { published: await tx.existsBy(ConsultationFeedback, { compilationId }) };
  }),
];

/** Opinions that were reopened are answered anew; a unit is told what stands, and once. */
export const feedbackCheck: MailCheck = {
  name: 'consultation.feedback',
  async verdict(reader, { compilationId, about }) {
    const [latest] = await reader.find(ConsultationFeedback, {
      where: { compilationId },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    if (latest?.id === about) return { due: true };
    return { due: false, reason: '采纳情况已重新公布，并入其后的一封通知' };
  },
};

async function tellUnits(act: Act, feedbackId: string, counts: DispositionCounts): Promise<void> {
  const { tx, compilationId, now } = act;
  const compilation = await findCompilation(tx, compilationId);
  const spoke = await unitsThatSpoke(tx, compilationId);
  const units = (await findUnits(tx)).filter((unit) => spoke.has(unit.id));
  const contacts = await contactsOf(tx, [...spoke], ['liaison']);
  const { open, ...named } = nameCounts(counts);
  const feedback = {
    draftTitle: await consultedTitle(tx, compilationId),
    publishedOnText: formatDate(dateOf(now)),
    ...named,
    total: named.total - open,
  };
  const about = { compilation: { ...mailHeading(compilation) }, feedback, reference: registerNumber(act) };
  const mails = units.flatMap((unit) =>
    (contacts.get(unit.id) ?? []).map((contact) => ({
      template: 'feedback-published',
      recipient: { id: contact.id, name: `${unit.name}${contact.name}`, address: contact.address },
      key: `feedback-published:${act.ledgerSeq}:${contact.id}`,
      dueAt: now,
      about: feedbackId,
      stillDueCheck: feedbackCheck.name,
      view: {
        ...about,
        recipient: { name: contact.name, unitName: unit.name },
        action: { label: '查看采纳情况', path: `/feedback/${compilationId}` },
      },
    })),
  );
  await act.post(mails);
}

async function unitsThatSpoke(reader: EntityManager, compilationId: string): Promise<Set<string>> {
  const rows = await opinionsIn(reader, { compilationId })
    .andWhere('opinion.unitId IS NOT NULL')
    .select('opinion.unitId', 'unitId')
    .distinct(true)
    .getRawMany<{ unitId: string }>();
  return new Set(rows.map((row) => row.unitId));
}
