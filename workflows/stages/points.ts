import { type Finding, nameSome } from '../kit/requirement.js';

/** “已修改” is a statement about the text: points so answered whose clause did not change, or null when there are none. */
export function unfoundedAnswers(what: string, unfounded: readonly string[]): Finding | null {
  if (unfounded.length === 0) return null;
  return {
    met: false,
    sentence:
      `${unfounded.length}条${what}答复为“已修改”，但所指条款的文字没有变化（${nameSome(unfounded, unfounded.length, '条')}）；` +
      '请修改条款，或者改答“不修改”并写明理由，或者写明文字不变而作此答复的理由。',
  };
}

/**
 * `pointsExpected`: the resolution or the return asks for changes, so there must be points that say which.
 * `unfounded`: answered 已修改, while the clause reads as it did before and nobody said why.
 */
export type ChangesFacts = {
  points: number;
  untraced: string[];
  pointsExpected: boolean;
  unfounded?: string[];
};

export function traced(
  what: string,
  { points, untraced, pointsExpected, unfounded = [] }: ChangesFacts,
): Finding {
  if (points === 0 && pointsExpected) {
    return { met: false, sentence: `文稿须修改，但尚未登记${what}；请逐条登记后落实到条款。` };
  }
  if (untraced.length > 0) {
    return {
      met: false,
      sentence: `还有${untraced.length}条${what}未写明落实情况（${nameSome(untraced, untraced.length, '条')}）；请逐条登记修改的条款。`,
    };
  }
  const done = points === 0 ? `没有登记${what}，无须落实。` : `${points}条${what}均已落实。`;
  return unfoundedAnswers(what, unfounded) ?? { met: true, sentence: done };
}
