import { type Effect } from '../../engine/index.js';
import { mailTitles } from '../../rehearsal/index.js';

/** Every mail that leaves because of an act, those included that a job will send when it runs. */
export function foreseenMails(effects: readonly Effect[]) {
  const byTemplate = new Map<string, { count: number; recipients: Set<string> }>();
  for (const { template, to } of effects.flatMap(({ mails }) => mails)) {
    const known = byTemplate.get(template) ?? { count: 0, recipients: new Set<string>() };
    known.count += 1;
    known.recipients.add(to);
    byTemplate.set(template, known);
  }
  const mails = [...byTemplate].map(([template, { count, recipients }]) => {
    const title = mailTitles[template] ?? template;
    const whom = toUnits.has(template) ? `${recipients.size}家单位` : `${recipients.size}名收件人`;
    return { title, count, sentence: `将向${whom}发出${title}${count}封` };
  });
  return { mails, mailCount: mails.reduce((sum, { count }) => sum + count, 0) };
}

/** Sent for what a unit owes, so counted by units. */
const toUnits = new Set(['notice', 'reminder', 'overdue']);
