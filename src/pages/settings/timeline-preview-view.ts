import { type TimelinePreview } from '../../compilation/index.js';
import { foreseenMails } from '../words/foreseen-mails.js';

/** What a change of the dates would do, in numbers; nothing has been done yet. */
export function timelinePreviewView({ moved, unmoved, warnings, effects }: TimelinePreview) {
  const jobs = effects.filter(({ kind }) => kind !== 'mail').length;
  return { moved, unmoved, warnings, ...foreseenMails(effects), jobs };
}
