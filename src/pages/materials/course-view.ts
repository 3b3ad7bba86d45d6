import { type ObligationStory } from '../../obligations/index.js';
import { mailStates, mailTitle } from '../words/mail-words.js';
import { type Instant } from '../../platform/index.js';
import { shortTime } from './status-view.js';

const causeTitles: Record<string, string> = {
  extension: '延期',
  return: '退回补正，另给时间',
  timeline: '时间安排调整',
  waiverRevoked: '撤销豁免，另给时间',
};

interface Line {
  at: string;
  seq: number;
  time: string;
  title: string;
  who: string;
  note: string | null;
  href: string | null;
}

/** What an act causes stands below it, though it bears the same instant. */
const afterActs = Number.MAX_SAFE_INTEGER;

/** Everything that happened to an obligation in one line of time: acts, mails, changes of the deadline. */
export function courseView(
  { acts, mails, deadlineChanges }: ObligationStory,
  mailsPath: string,
  { now, titleOf }: { now: Instant; titleOf: (actor: string) => string },
): Line[] {
  const lines: Line[] = [
    ...acts.map(({ at, seq, title, actor }) => ({
      ...{ at, seq, title, who: titleOf(actor), href: null },
      time: shortTime(at, now),
      note: `台账第${seq}号`,
    })),
    ...mails.map(({ id, template, subject, state, queuedAt, sentAt }) => ({
      at: sentAt ?? queuedAt,
      seq: afterActs,
      time: shortTime(sentAt ?? queuedAt, now),
      title: `邮件：${subject ?? mailTitle(template)}`,
      who: mailStates[state as keyof typeof mailStates].word,
      note: null,
      href: `${mailsPath}/${id}`,
    })),
    ...deadlineChanges.map(({ changedAt, cause, from, to, reason, approver }) => ({
      at: changedAt,
      seq: afterActs,
      time: shortTime(changedAt, now),
      title: `期限由${from}改为${to}`,
      who: causeTitles[cause] ?? cause,
      note: [reason, approver && `批准：${approver}`].filter(Boolean).join('；') || null,
      href: null,
    })),
  ];
  return lines.sort((a, b) => a.at.localeCompare(b.at) || a.seq - b.seq);
}
