import { type Finding } from '../../kit/requirement.js';
import { blocksWhenCatalogued, type PlanRequirement } from '../../kit/plan-requirement.js';
import { type ChangesFacts, traced } from '../points.js';

export type PlenaryArrangedFacts = { heldOn: string | null; invited: number };
export const plenaryArranged: PlanRequirement<PlenaryArrangedFacts> = {
  title: '领导小组全体会议已安排',
  assess: ({ heldOn, invited }) =>
    heldOn === null || invited === 0
      ? { met: false, sentence: '尚未安排领导小组全体会议；请确定会期和参会单位。' }
      : { met: true, sentence: `${heldOn}召开，参会单位${invited}家。` },
};

export type LegalityFacts = {
  sentOn: string | null;
  conclusion: string | null;
  workingDaysBeforePlenary: number;
  /** Facts recorded before the day of return was asked for lack these. */
  returnedOn?: string | null;
  /** From the day after it was sent to the day its opinion came back. */
  workingDaysTaken?: number | null;
};

/** 《重大行政决策程序暂行条例》第二十五条至第二十八条：未经合法性审查不得提交讨论，审查时间一般不少于7个工作日。 */
export const legalityReviewed: PlanRequirement<LegalityFacts> = {
  title: '合法性审查已完成，送审距会议不少于7个工作日',
  severity: blocksWhenCatalogued,
  assess: ({ sentOn, conclusion, workingDaysBeforePlenary, returnedOn, workingDaysTaken }) => {
    if (sentOn === null) return { met: false, sentence: '尚未送合法性审查；请送审并登记送审日期。' };
    if (workingDaysBeforePlenary < 7) {
      return {
        met: false,
        sentence: `${sentOn}送审，距全体会议${workingDaysBeforePlenary}个工作日，不足7个工作日；请推迟会议或者更正送审日期。`,
      };
    }
    if (conclusion === null)
      return { met: false, sentence: `${sentOn}已送审，尚无审查意见；请登记审查意见。` };
    if (returnedOn === null) {
      return {
        met: false,
        sentence: `${sentOn}送审，审查意见为${conclusion}，没有登记意见的回复日期，不能表明审查不少于7个工作日；请补充登记。`,
      };
    }
    if (typeof workingDaysTaken === 'number' && workingDaysTaken < 7) {
      return {
        met: false,
        sentence: `${sentOn}送审，${returnedOn}回复，历时${workingDaysTaken}个工作日，不足7个工作日；请核对日期，或者说明情况后重新送审。`,
      };
    }
    const span = returnedOn === undefined ? '' : `，${returnedOn}回复，历时${workingDaysTaken}个工作日`;
    return conclusion === '合法'
      ? { met: true, sentence: `${sentOn}送审${span}，审查意见：合法。` }
      : { met: false, sentence: `合法性审查意见为${conclusion}；请修改后重新送审。` };
  },
};

export type RiskFacts = { conclusion: string | null };
/** 第二十二条至第二十四条：风险不可控的，调整草案后方可作出决策。 */
export const riskAssessed: PlanRequirement<RiskFacts> = {
  title: '风险评估结果为可控',
  severity: blocksWhenCatalogued,
  assess: ({ conclusion }) => {
    if (conclusion === null)
      return { met: false, sentence: '尚未登记风险评估；请登记评估结论或者不需评估的理由。' };
    return conclusion === '可控' || conclusion === '不需评估'
      ? { met: true, sentence: `风险评估：${conclusion}。` }
      : { met: false, sentence: `风险评估结论为${conclusion}；请采取措施降低风险后重新评估。` };
  },
};

export type FairCompetitionFacts = { conclusion: string | null };
/** 国市监反垄规〔2021〕2号：未经公平竞争审查的，不得出台。 */
export const fairCompetitionReviewed: PlanRequirement<FairCompetitionFacts> = {
  title: '公平竞争审查已完成',
  severity: blocksWhenCatalogued,
  assess: ({ conclusion }) => {
    if (conclusion === null) return { met: false, sentence: '尚未登记公平竞争审查；请登记审查结论。' };
    return conclusion === '符合' || conclusion === '不适用'
      ? { met: true, sentence: `公平竞争审查：${conclusion}。` }
      : { met: false, sentence: `公平竞争审查结论为${conclusion}；请修改有关条款后重新审查。` };
  },
};

/** `total`: all that were registered; facts recorded before it was asked for lack it. */
export type IssuesFacts = { open: string[]; unescalated: string[]; total?: number };
const noIssues = '没有登记重大问题和分歧意见。';

/** 第十三条：对有较大争议的，应当说明争议的主要问题、各方理由和处理建议。 */
export const disagreementsHandled: PlanRequirement<IssuesFacts> = {
  title: '重大问题和分歧意见已写明双方意见并提请领导小组',
  assess: ({ unescalated, total }) =>
    unescalated.length === 0
      ? { met: true, sentence: total === 0 ? noIssues : '没有未提请的重大问题和分歧意见。' }
      : {
          met: false,
          sentence: `还有${unescalated.length}项未提请：${unescalated.join('、')}；请写明双方意见后提请领导小组。`,
        },
};

export const disagreementsClosed: PlanRequirement<IssuesFacts> = {
  title: '重大问题和分歧意见已由领导小组决定',
  assess: ({ open, total }) =>
    open.length === 0
      ? { met: true, sentence: total === 0 ? noIssues : '重大问题和分歧意见均已决定。' }
      : { met: false, sentence: `还有${open.length}项未决定：${open.join('、')}；请登记领导小组的决定。` },
};

/**
 * Counted by unit: two seats of one unit are one unit present. `rule` says which share of the leading group's `units`
 * must be there; ledgers from before there was a rule carry none.
 */
export type PlenaryHeldFacts = {
  heldOn: string | null;
  present: number;
  resolution: string | null;
  quorum?: { units: number; least: number; rule: string };
};

export const plenaryHeld: PlanRequirement<PlenaryHeldFacts> = {
  title: '领导小组全体会议已召开，到会达到规定，并有决议',
  assess: (facts) => {
    const { heldOn, present, resolution } = facts;
    if (heldOn === null || present === 0)
      return { met: false, sentence: '全体会议尚未召开；请在会后登记出席情况。' };
    const short = inquorate(facts);
    if (short !== null) return short;
    return resolution === null
      ? { met: false, sentence: `全体会议已召开，出席${present}家，尚未登记决议；请登记审议决议。` }
      : { met: true, sentence: `${heldOn}召开，出席${present}家，决议：${resolution}。` };
  },
};

export const plenaryResolutionPasses: PlanRequirement<PlenaryHeldFacts> = {
  title: '全体会议决议为通过或者修改后通过',
  assess: (facts) => {
    const { resolution } = facts;
    if (resolution !== '通过' && resolution !== '修改后通过') {
      return {
        met: false,
        sentence: `决议为${resolution ?? '（未登记）'}；通过或者修改后通过方可形成报批稿。`,
      };
    }
    return inquorate(facts) ?? { met: true, sentence: `决议：${resolution}。` };
  },
};

export const plenaryResolutionReturns: PlanRequirement<PlenaryHeldFacts> = {
  title: '全体会议决议为退回',
  assess: ({ resolution }) =>
    resolution === '退回'
      ? { met: true, sentence: '全体会议退回送审稿。' }
      : { met: false, sentence: `决议为${resolution ?? '（未登记）'}；只有退回的决议才能退回修改。` },
};

/** Too few are no 全体会议, whatever they resolved. */
function inquorate({ present, quorum }: PlenaryHeldFacts): Finding | null {
  if (quorum === undefined || present >= quorum.least) return null;
  const { units, least, rule } = quorum;
  return {
    met: false,
    sentence:
      `全体会议到会${present}家（同一单位的几个席位计为1家），领导小组成员单位${units}家，按会议规则（${rule}）` +
      `至少到会${least}家；请核对到会登记，或者撤销到会登记后改期召开。`,
  };
}

export const plenaryChangesTraced: PlanRequirement<ChangesFacts> = {
  title: '审议意见逐条落实到条款',
  assess: (facts) => traced('审议意见', facts),
};
