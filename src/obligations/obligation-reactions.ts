import {
  formatDate,
  dateOf,
  formatDateTime,
  isLate,
  wordTimeLeft,
  type CalendarShelf,
} from '../calendar/index.js';
import { type Act, type Reaction } from '../engine/index.js';
import { endObligations, issueObligations } from './issue-obligations.js';
import { type Obligation } from './obligation.entity.js';
import { type ObligationMails, registerNumber } from './obligation-mails.js';
import { findObligation } from './obligations.repository.js';
import { type SubmissionKinds } from './submission-kinds.js';

export function obligationReactions(
  kinds: SubmissionKinds,
  mails: ObligationMails,
  shelf: CalendarShelf,
): Reaction[] {
  return [
    issueObligations,
    endObligations,
    {
      reactsTo: 'obligation/sendReceipt',
      async react(act, { instanceId }) {
        const obligation = await findObligation(act.tx, act.compilationId, instanceId);
        const receipt = await kinds.of(obligation.kind).receipt(act.tx, obligation);
        const submission = {
          number: registerNumber(act),
          submittedAtText: formatDateTime(act.now),
          sha256: receipt.digest,
          parts: receipt.lines.map(splitLine),
          lateText: await lateText(act, obligation, shelf),
        };
        const view = { obligation: { title: receipt.title }, submission };
        await mails.post(act, obligation, { template: 'receipt', actionLabel: '查看报送内容', view });
      },
    },
    {
      reactsTo: 'obligation/sendReturned',
      async react(act, { instanceId }) {
        const obligation = await findObligation(act.tx, act.compilationId, instanceId);
        const view = {
          returnedOnText: formatDate(dateOf(act.now)),
          comments: obligation.returnComments ?? [],
        };
        const actionLabel = '查看意见并修改';
        await mails.post(act, obligation, {
          template: 'returned',
          actionLabel,
          view,
          entry: 'current',
          onlyWhileOwed: true,
        });
      },
    },
  ];
}

/** “一、现状：820字” → its title and its text. */
function splitLine(line: string): { title: string; text: string } {
  const colon = line.indexOf('：');
  return colon === -1
    ? { title: line, text: '' }
    : { title: line.slice(0, colon), text: line.slice(colon + 1) };
}

/** 逾期2个工作日报送, or null when it came in time. */
async function lateText(act: Act, obligation: Obligation, shelf: CalendarShelf): Promise<string | null> {
  if (!isLate(act.now, obligation.effectiveAt)) return null;
  const late = wordTimeLeft(act.now, obligation.effectiveAt, await shelf.load(act.tx));
  return `${late.replace(/^已/, '')}报送`;
}
