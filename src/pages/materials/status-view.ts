import { formatMoment } from '../../calendar/index.js';
import { type ObligationRow } from '../../obligations/index.js';
import { type Instant } from '../../platform/index.js';

const shapes: Record<ObligationRow['state'], { kind: string; shape: string }> = {
  owed: { kind: 'quiet', shape: 'wait' },
  drafting: { kind: 'quiet', shape: 'wait' },
  submitted: { kind: 'pending', shape: 'half' },
  returned: { kind: 'act', shape: 'back' },
  accepted: { kind: 'quiet', shape: 'done' },
  waived: { kind: 'quiet', shape: 'dash' },
  unanswered: { kind: 'quiet', shape: 'dash' },
};

/** How an obligation stands, as shape and word; `note` says since when or how long still. */
export function statusView(row: ObligationRow) {
  const { late, state, stateTitle, workingDaysLeft, extendedAt } = row;
  if (late) return { kind: 'late', shape: 'block', word: `${stateTitle}，逾期`, note: lateNote(row) };
  const left = workingDaysLeft === null ? null : leftNote(workingDaysLeft);
  const extended = extendedAt !== null && (state === 'owed' || state === 'drafting');
  if (extended) return { kind: 'act', shape: 'ring', word: `延期中，${stateTitle}`, note: left };
  const handedIn = row.handedInLate ? '逾期报送' : null;
  return { ...shapes[state], word: stateTitle, note: left ?? handedIn };
}

const lateNote = ({ workingDaysLeft: left }: ObligationRow): string | null =>
  left === null ? null : `${-left}个工作日`;
const leftNote = (days: number): string => (days === 0 ? '今天到期' : `还有${days}个工作日`);

/** 7月26日 09:31 */
export const shortTime = (iso: string, now: Instant): string => formatMoment(Date.parse(iso), now);

/** What has come from the unit so far. */
export function arrivedText({ handedInAt, acknowledgedAt, state }: ObligationRow, now: Instant): string {
  if (handedInAt !== null) return shortTime(handedInAt, now);
  if (state === 'drafting') return '填报中';
  return acknowledgedAt === null ? '尚未签收通知' : `${shortTime(acknowledgedAt, now)}签收`;
}
