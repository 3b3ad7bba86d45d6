import { formatDateTime } from '../../calendar/index.js';
import { markOf } from '../../platform/index.js';
import { answerContent, pointContent, type PointView } from '../../review/index.js';
import { meetingsPath } from './meeting-words.js';

/** A point with its answer, or with the form that answers it. */
export function pointLine(
  point: PointView,
  labels: Map<string, string>,
  acts: { answer: boolean; amend: boolean },
) {
  const { id, number, proposer, clauseLabel, content, dissent, answer, answerText } = point;
  const { answerClauseId, answeredAt, compilationId, unchangedReason, clauseUnchanged } = point;
  const changed = labels.get(answerClauseId ?? '') ?? '（该条已不在文稿中）';
  return {
    id,
    number,
    proposer,
    clauseLabel,
    content,
    dissent,
    answered: answer !== null,
    answer: answer === null ? '' : answer === 'changed' ? `已修改：${changed}` : '不修改',
    answerText,
    unchangedReason: unchangedReason ?? '',
    doubt: clauseUnchanged ? doubtOf(unchangedReason) : '',
    answerClauseId,
    began: markOf(pointContent(point)),
    answerBegan: markOf(answerContent(point)),
    unchanged: answer === 'unchanged',
    at: answeredAt === null ? '' : formatDateTime(answeredAt),
    answerable: acts.answer,
    amendable: acts.amend && answer === null,
    action: `${meetingsPath(compilationId)}/points/${id}`,
  };
}

const doubtOf = (reason: string | null): string =>
  reason === null
    ? '所指条款的文字没有变化：请修改条款，或者改答“不修改”，或者写明理由，否则不能形成下一稿。'
    : `所指条款的文字没有变化，理由：${reason}`;
