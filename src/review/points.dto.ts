import { named, type Stored, textInput } from '../platform/index.js';

/** What somebody said of the draft. */
export const pointText = named(
  '意见内容',
  textInput(10_000).refine((text) => text.trim() !== '', { error: '请写明意见内容' }),
);

/** As the forms of a point have it. */
export const pointContent = (point: { content: string; dissent: boolean }): Stored => ({
  content: point.content,
  dissent: point.dissent ? 'yes' : '',
});
export const answerContent = (point: {
  answer: string | null;
  answerText: string;
  answerClauseId: string | null;
}): Stored => ({ answer: point.answer ?? '', text: point.answerText, clauseId: point.answerClauseId ?? '' });
