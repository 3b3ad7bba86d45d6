import { type MailLine } from '../../effects/index.js';
import { mailTitles } from '../../rehearsal/index.js';

const furtherTitles: Record<string, string> = {
  'deadline-moved': '期限调整',
  'extension-declined': '延期申请答复',
};

/** What a mail of this template is called. */
export const mailTitle = (template: string): string =>
  mailTitles[template] ?? furtherTitles[template] ?? template;

type MailState = MailLine['state'];

export const mailStates: Record<MailState, { word: string; shape: string; kind: string }> = {
  sent: { word: '已发', shape: 'done', kind: 'quiet' },
  queued: { word: '待发', shape: 'wait', kind: 'pending' },
  failed: { word: '未能送达', shape: 'block', kind: 'late' },
  lapsed: { word: '不再需要', shape: 'dash', kind: 'quiet' },
};

/** What to do, and beneath it the server's own words. */
export function failureView(lastError: string | null): { error: string | null; serverWords: string | null } {
  const [error = null, serverWords = null] = lastError?.split('\n') ?? [];
  return { error, serverWords };
}
