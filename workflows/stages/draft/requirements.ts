import { nameSome } from '../../kit/requirement.js';
import { alwaysHint, type PlanRequirement } from '../../kit/plan-requirement.js';

/** `doubts`: places of the split that nobody has confirmed; `unchanged`: as frozen before, and nobody said why. */
export type DraftReadyFacts = {
  version: string;
  revision: number;
  clauses: number;
  doubts: number;
  unchanged: boolean;
};

export const draftReady: PlanRequirement<DraftReadyFacts> = {
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

/** `filed`: its file lies here; facts recorded before it was asked for lack it. */
export type EvaluationFacts = { title: string | null; filed?: boolean };
export const evaluationOnFile: PlanRequirement<EvaluationFacts> = {
  title: '《上海市质量发展规划（2011—2020年）》实施成效评估已归档',
  assess: ({ title, filed }) => {
    if (title === null)
      return { met: false, sentence: '尚无规划实施成效评估；请上传评估报告并登记结论（通知一）。' };
    return filed === false
      ? { met: false, sentence: `已登记${title}，但没有上传报告文件，不能算作归档；请上传后重新登记。` }
      : { met: true, sentence: `已归档：${title}。` };
  },
};

/** `samples`: labels of some of the untraced clauses. */
export type TracedFacts = { clauses: number; untraced: number; samples: string[]; unusedSubmissions: number };
export const materialsTraced: PlanRequirement<TracedFacts> = {
  title: '条款注明所依据的报送材料',
  severity: alwaysHint,
  assess: ({ clauses, untraced, samples, unusedSubmissions }) =>
    clauses === 0
      ? { met: false, sentence: '还没有文稿，谈不上条款的来源；请先导入文稿，再逐条注明来源。' }
      : untraced === 0
        ? { met: true, sentence: `${clauses}条均已注明来源。` }
        : {
            met: false,
            sentence: `${untraced}条没有注明来源（${nameSome(samples, untraced, '条')}），另有${unusedSubmissions}份材料未被引用；可在文稿中补注。`,
          },
};

export type BasisFacts = { openTasks: string[] };
export const basisAligned: PlanRequirement<BasisFacts> = {
  title: '与上位文件衔接一致',
  severity: alwaysHint,
  assess: ({ openTasks }) =>
    openTasks.length === 0
      ? { met: true, sentence: '没有待办的对照任务。' }
      : {
          met: false,
          sentence: `有${openTasks.length}项对照任务未办结：${openTasks.join('、')}；请对照后登记结果。`,
        },
};
