import { nameSome } from '../../kit/requirement.js';
import { type PlanRequirement } from '../../kit/plan-requirement.js';

export type NoticeFacts = { documentNumber: string | null };
export const noticeRegistered: PlanRequirement<NoticeFacts> = {
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

export const rosterReady: PlanRequirement<RosterFacts> = {
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
export const draftingGroupFormed: PlanRequirement<DraftingGroupFacts> = {
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

export const timelineComplete: PlanRequirement<TimelineFacts> = {
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

export type ReasonFacts = { reason: string };
export const reasonGiven: PlanRequirement<ReasonFacts> = {
  title: '说明事由',
  assess: ({ reason }) =>
    reason.trim() === ''
      ? { met: false, sentence: '没有写明事由；请写明事由后再办理。' }
      : { met: true, sentence: `已写明事由“${reason}”。` },
};

/** `passed`: over by now though their step is still to be taken. */
export type DeadlinesRenewedFacts = { waiting: string[]; passed?: string[]; contradictions?: string[] };
export const deadlinesRenewed: PlanRequirement<DeadlinesRenewedFacts> = {
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
