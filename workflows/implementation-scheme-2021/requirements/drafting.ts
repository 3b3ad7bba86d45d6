import { nameSome } from '../../kit/requirement.js';
import { alwaysHint, type SchemeRequirement } from './common.js';

export type NoticeFacts = { documentNumber: string | null };
export const noticeRegistered: SchemeRequirement<NoticeFacts> = {
  title: '通知已登记发文字号',
  assess: ({ documentNumber }) =>
    documentNumber === null
      ? { met: false, sentence: '通知尚未登记发文字号；请在编制项目中填写发文字号。' }
      : { met: true, sentence: `通知发文字号为${documentNumber}。` },
};

export type RosterFacts = {
  units: number;
  emptyCategories: string[];
  withoutContact: number;
  /** A few of them by name. */
  unitsWithoutContact: string[];
};
export const rosterReady: SchemeRequirement<RosterFacts> = {
  title: '五类主送单位名册齐备',
  assess: ({ units, emptyCategories, withoutContact, unitsWithoutContact }) => {
    const faults = [
      emptyCategories.length > 0 ? `${emptyCategories.join('、')}没有单位，请导入名册` : '',
      withoutContact > 0
        ? `${nameSome(unitsWithoutContact, withoutContact, '家单位')}没有联络员地址，请补录`
        : '',
    ].filter((fault) => fault !== '');
    return faults.length > 0
      ? { met: false, sentence: `${faults.join('；')}。` }
      : { met: true, sentence: `名册共${units}家单位，均有联络员地址。` };
  },
};

export type DraftingGroupFacts = { missingRoles: string[]; members: number };
export const draftingGroupFormed: SchemeRequirement<DraftingGroupFacts> = {
  title: '起草工作组已组建',
  assess: ({ missingRoles, members }) =>
    missingRoles.length > 0
      ? {
          met: false,
          sentence: `起草工作组缺少${missingRoles.join('、')}；请登记起草工作组名单（通知三、（四））。`,
        }
      : { met: true, sentence: `起草工作组已登记${members}个岗位，组长、成员、秘书处齐全。` },
};

export type TimelineFacts = {
  /** Titles of the deadlines that the plan must have and lacks. */
  undated: string[];
  missingYears: number[];
  startsOn: string | null;
  /** Sentences, each naming two deadlines that do not go together. Facts recorded before they were asked lack these. */
  contradictions?: string[];
  /** Deadlines that are over, with their dates. */
  passed?: string[];
  deadlines?: number;
};
export const timelineComplete: SchemeRequirement<TimelineFacts> = {
  title: '时间安排完整，节假日安排已录入',
  assess: ({ undated, missingYears, startsOn, contradictions = [], passed = [], deadlines }) => {
    const faults = [
      undated.length > 0 ? `以下期限没有日期：${undated.join('、')}；请补全时间安排。` : '',
      missingYears.length > 0
        ? `没有${missingYears.join('、')}年的节假日安排；请按国务院办公厅通知录入后再启动。`
        : '',
      passed.length > 0
        ? `${nameSome(passed, passed.length, '项')}已经过去，启动即告逾期；请平移时间安排，或者逐项调整后再启动。`
        : '',
      ...contradictions,
    ].filter((fault) => fault !== '');
    if (faults.length > 0) return { met: false, sentence: faults.join('') };
    const count = deadlines === undefined ? '' : `，共${deadlines}项期限`;
    return { met: true, sentence: `时间安排完整${count}，自${startsOn ?? '启动日'}起。` };
  },
};

export type MaterialsFacts = {
  owed: number;
  accepted: number;
  waived: number;
  notHandedIn: number;
  toReview: number;
  returned: number;
  units: string[];
};
export const materialsSettled: SchemeRequirement<MaterialsFacts> = {
  title: '每项报送任务均已审核通过或者豁免',
  assess: ({ owed, accepted, waived, notHandedIn, toReview, returned, units }) => {
    if (owed === 0) return { met: false, sentence: '没有报送任务；请先启动编制并下达报送任务。' };
    const open = notHandedIn + toReview + returned;
    if (open === 0) {
      return { met: true, sentence: `报送任务共${owed}项，审核通过${accepted}项，豁免${waived}项。` };
    }
    return {
      met: false,
      sentence:
        `还有${open}家单位未办结：未报送${notHandedIn}家、待审核${toReview}家、退回待补正${returned}家` +
        `（${nameSome(units, open, '家')}）；可催报、延期、审核或者逐家豁免。`,
    };
  },
};

/** `filed`: its file lies here; facts recorded before it was asked for lack it. */
export type EvaluationFacts = { title: string | null; filed?: boolean };
export const evaluationOnFile: SchemeRequirement<EvaluationFacts> = {
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
export const materialsTraced: SchemeRequirement<TracedFacts> = {
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

export type VisitFacts = { industry: number; district: number; enterprise: number };
export const visitsLogged: SchemeRequirement<VisitFacts> = {
  title: '重点行业、区域、企业均有调研走访记录',
  assess: (facts) => {
    const missing = [
      facts.industry === 0 ? '行业' : '',
      facts.district === 0 ? '区域' : '',
      facts.enterprise === 0 ? '企业' : '',
    ].filter((kind) => kind !== '');
    return missing.length > 0
      ? {
          met: false,
          sentence: `还没有对${missing.join('、')}的调研走访；请登记走访时间、地点、发现和采用情况。`,
        }
      : {
          met: true,
          sentence: `已走访行业${facts.industry}次、区域${facts.district}次、企业${facts.enterprise}次。`,
        };
  },
};

export type BasisFacts = { openTasks: string[] };
export const basisAligned: SchemeRequirement<BasisFacts> = {
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
