import { type Finding, nameSome, type Requirement } from '../../kit/requirement.js';
import { type SchemeContext } from '../context.js';

export type SchemeRequirement<F extends Record<string, unknown>> = Requirement<F, SchemeContext>;

/** A review that the procedure for major decisions demands; for an uncatalogued plan it is only recalled. */
export const blocksWhenCatalogued = (context: SchemeContext) =>
  context.decisionCatalogued ? ('block' as const) : ('hint' as const);

export const alwaysHint = () => 'hint' as const;

export type ReasonFacts = { reason: string };

export const reasonGiven: SchemeRequirement<ReasonFacts> = {
  title: '说明事由',
  assess: ({ reason }) =>
    reason.trim() === ''
      ? { met: false, sentence: '没有写明事由；请写明事由后再办理。' }
      : { met: true, sentence: `已写明事由“${reason}”。` },
};

/** `doubts`: places of the split that nobody has confirmed; `unchanged`: as frozen before, and nobody said why. */
export type DraftReadyFacts = {
  version: string;
  revision: number;
  clauses: number;
  doubts: number;
  unchanged: boolean;
};

export const draftReady: SchemeRequirement<DraftReadyFacts> = {
  title: '文稿已上传，条款切分已确认',
  assess: ({ version, revision, clauses, doubts, unchanged }) => {
    if (revision === 0 || clauses === 0) {
      return { met: false, sentence: `《实施方案（${version}）》尚未上传；请导入文稿并确认条款切分。` };
    }
    if (doubts > 0) {
      return {
        met: false,
        sentence: `《实施方案（${version}）》的条款切分有${doubts}处存疑；请逐处核对后确认条款切分。`,
      };
    }
    if (unchanged) {
      return {
        met: false,
        sentence: `《实施方案（${version}）》与上一稿完全相同；请上传修改后的文稿，或者写明不作修改的理由。`,
      };
    }
    return { met: true, sentence: `《实施方案（${version}）》第${revision}次修改稿已就绪，共${clauses}条。` };
  },
};

/** `passed`: over by now though their step is still to be taken. */
export type DeadlinesRenewedFacts = { waiting: string[]; passed?: string[]; contradictions?: string[] };

export const deadlinesRenewed: SchemeRequirement<DeadlinesRenewedFacts> = {
  title: '恢复前重新确定各项期限',
  assess: ({ waiting, passed = [], contradictions = [] }) => {
    const faults = [
      waiting.length > 0
        ? `还有${waiting.length}项期限未重新确定：${waiting.join('、')}；请逐项确定新的日期或者确认原日期。`
        : '',
      passed.length > 0
        ? `${passed.join('、')}在中止期间已经过去，而所限的步骤尚未办理；请改为今后的日期。`
        : '',
      ...contradictions,
    ].filter((fault) => fault !== '');
    return faults.length === 0
      ? { met: true, sentence: '中止后尚未到期的期限均已重新确定。' }
      : { met: false, sentence: faults.join('') };
  },
};

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
