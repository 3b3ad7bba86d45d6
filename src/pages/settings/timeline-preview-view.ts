import { type TimelinePreview } from '../../compilation/index.js';
import { mailTitles } from '../../rehearsal/index.js';

/** What a change of the dates would do, in numbers; nothing has been done yet. */
export function timelinePreviewView({ moved, unmoved, effects }: TimelinePreview) {
  const counts = new Map<string, number>();
  for (const { kind, template } of effects) {
    const title = kind === 'mail' ? (mailTitles[template ?? ''] ?? template ?? '') : '';
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const mails = [...counts].map(([title, count]) => ({ title, count }));
  const jobs = effects.filter(({ kind }) => kind !== 'mail').length;
  return { moved, unmoved, mails, mailCount: mails.reduce((sum, { count }) => sum + count, 0), jobs };
}
