import { type ClauseOutcome } from '../../drafts/index.js';

/** What 修改后条款 says of one adopted opinion: the change whole, or that there is none and why. */
export function changeWords(outcome: ClauseOutcome | null, unchangedReason: string | null): string {
  if (outcome === null) return '';
  if (outcome.changed) return outcome.summary;
  const head = outcome.after ?? outcome.before;
  const name = head === null ? '所列条款' : head.label + head.title;
  const fate = head === null ? '已不在文稿中' : '文字未改';
  return unchangedReason === null ? `${name}（${fate}）` : `${name}（${fate}，理由：${unchangedReason}）`;
}

/** What the public reads of an adopted opinion whose clause stayed as it was. */
export const unchangedWords = (reason: string): string => `条款文字未作改动，理由：${reason}`;
