import { nameSome } from '../../kit/requirement.js';
import { blocksWhenCatalogued, type PlanRequirement } from '../../kit/plan-requirement.js';
import { type ChangesFacts, traced } from '../points.js';

export type PacketFacts = {
  version: string | null;
  missing: string[];
  stale: string[];
  builtAt: string | null;
};

/** 通知四、（三）2：报批稿、编制说明、征求意见汇总处理表、《支持报告汇编》。 */
export const packetComplete: PlanRequirement<PacketFacts> = {
  title: '报批材料四项齐全，对应同一文稿版本',
  assess: ({ version, missing, stale, builtAt }) => {
    if (missing.length > 0)
      return { met: false, sentence: `报批材料缺少${missing.join('、')}；请补全后生成。` };
    if (builtAt === null) return { met: false, sentence: '报批材料尚未生成；请生成报批材料。' };
    return stale.length > 0
      ? { met: false, sentence: `${stale.join('、')}与当前报批稿或者登记情况不一致；请重新生成报批材料。` }
      : { met: true, sentence: `四项材料均对应${version ?? '报批稿'}，${builtAt}生成。` };
  },
};

/** Titles of what is open; `passed`: places that an office lets stand, with a reason and a post. */
export type FinishedFacts = { unwritten: string[]; contradictions: string[]; passed: number };
/** 【待起草组补写】 and values that contradict each other do not go to the municipal government. */
export const packetFinished: PlanRequirement<FinishedFacts> = {
  title: '编制说明已写全，指标没有相互矛盾',
  joinedLater: true,
  assess: ({ unwritten, contradictions, passed }) => {
    const open = [
      unwritten.length === 0
        ? ''
        : `编制说明还差${unwritten.length}节须由人撰写（${nameSome(unwritten, unwritten.length, '节')}）`,
      contradictions.length === 0
        ? ''
        : `指标有${contradictions.length}项相互矛盾（${nameSome(contradictions, contradictions.length, '项')}）`,
    ].filter((text) => text !== '');
    if (open.length > 0) {
      return { met: false, sentence: `${open.join('；')}；请补写、更正，或者写明理由和同意的职务后从略。` };
    }
    const stands = passed === 0 ? '' : `，${passed}处经同意从略，文中已写明`;
    return { met: true, sentence: `编制说明须由人撰写的各节都有交代，指标没有未处理的矛盾${stands}。` };
  },
};

export type PartyCommitteeFacts = { reportedOn: string | null };
/** 《重大行政决策程序暂行条例》第三十一条：重大行政决策出台前应当按照规定向同级党委请示报告。 */
export const partyCommitteeReported: PlanRequirement<PartyCommitteeFacts> = {
  title: '已向同级党委请示报告',
  severity: blocksWhenCatalogued,
  assess: ({ reportedOn }) =>
    reportedOn === null
      ? { met: false, sentence: '尚未登记请示报告；请登记请示报告的日期和文号。' }
      : { met: true, sentence: `${reportedOn}已请示报告。` },
};

export type MunicipalDecisionFacts = {
  decision: '批准' | '退回' | null;
  approvalNumber: string | null;
  decidedOn: string | null;
};

export const municipalApprovalRecorded: PlanRequirement<MunicipalDecisionFacts> = {
  title: '市政府批准文号和日期已登记',
  assess: ({ decision, approvalNumber, decidedOn }) =>
    decision === '批准' && approvalNumber !== null && decidedOn !== null
      ? { met: true, sentence: `${decidedOn}批准，文号${approvalNumber}。` }
      : { met: false, sentence: '尚未登记市政府的批准文号和日期；请登记批复。' },
};

export const municipalReturnRecorded: PlanRequirement<MunicipalDecisionFacts> = {
  title: '市政府退回意见已登记',
  assess: ({ decision, decidedOn }) =>
    decision === '退回' && decidedOn !== null
      ? { met: true, sentence: `${decidedOn}退回。` }
      : { met: false, sentence: '尚未登记市政府的退回意见；请登记退回日期和意见。' },
};

export const municipalChangesTraced: PlanRequirement<ChangesFacts> = {
  title: '市政府退回意见逐条落实到条款',
  assess: (facts) => traced('退回意见', facts),
};
