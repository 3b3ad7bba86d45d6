import { type Finding, nameSome } from '../../kit/requirement.js';
import { bears, type ExpertConclusion, expertConclusions, expertRules } from './rules.js';
import { type PlanRequirement } from '../../kit/plan-requirement.js';
import { unfoundedAnswers } from '../points.js';

export type ExpertMeetingArrangedFacts = { heldOn: string | null; experts: number; version: string | null };
export const expertMeetingArranged: PlanRequirement<ExpertMeetingArrangedFacts> = {
  title: '专家论证会已安排',
  assess: ({ heldOn, experts, version }) => {
    if (heldOn === null) return { met: false, sentence: '尚未安排专家论证会；请确定时间、地点和专家名单。' };
    return experts < 3
      ? { met: false, sentence: `已选专家${experts}名，不足3名；请补充专家。` }
      : {
          met: true,
          sentence: `${heldOn}召开，邀请专家${experts}名，论证《实施方案（${version ?? '论证稿'}）》。`,
        };
  },
};

export type ExpertMeetingHeldFacts = { heldOn: string | null; present: number; conclusion: string | null };
export const expertMeetingHeld: PlanRequirement<ExpertMeetingHeldFacts> = {
  title: '专家论证会已召开',
  assess: ({ heldOn, present, conclusion }) => {
    if (heldOn === null || present === 0) {
      return { met: false, sentence: '专家论证会尚未召开；请在会后登记到会专家。' };
    }
    return conclusion === null
      ? { met: false, sentence: `专家论证会已召开，到会${present}名，尚未登记论证结论；请登记结论。` }
      : { met: true, sentence: `${heldOn}召开，到会专家${present}名，结论：${conclusion}。` };
  },
};

/** The signed opinions of those who took part, as they are at the step. */
export type SignedOpinionsFacts = {
  /** Who was there and is not recused. */
  participants: number;
  recommended: Record<ExpertConclusion, number>;
  /** Those whose opinion does not bear the conclusion, by name; only when they are not outvoted. */
  contradicting: string[];
  /** The record says why the meeting concluded otherwise than most opinions. */
  explained: boolean;
};

/** Decisions of ledgers from before opinions were weighed carry none; they are replayed as they were taken. */
export type ExpertConclusionFacts = ExpertMeetingHeldFacts & { opinions?: SignedOpinionsFacts };
export const expertConclusionPasses: PlanRequirement<ExpertConclusionFacts> = {
  title: '论证结论为通过或者修改后通过，并有过半数书面意见支持',
  assess: ({ conclusion, opinions }) => {
    if (conclusion !== '通过' && conclusion !== '修改后通过') {
      return {
        met: false,
        sentence: `论证结论为${conclusion ?? '（未登记）'}；须为通过或者修改后通过方可修改形成送审稿。`,
      };
    }
    if (opinions === undefined) return { met: true, sentence: `论证结论：${conclusion}。` };
    return tooFew(opinions) ?? weighed(conclusion, opinions);
  },
};

export const expertConclusionRepeats: PlanRequirement<ExpertConclusionFacts> = {
  title: '论证结论为重新论证',
  assess: ({ conclusion, opinions }) => {
    if (conclusion !== '重新论证') {
      return {
        met: false,
        sentence: `论证结论为${conclusion ?? '（未登记）'}；只有重新论证的结论才能退回修改。`,
      };
    }
    if (opinions === undefined || opinions.explained || !outvoted(conclusion, opinions)) {
      return { met: true, sentence: '专家论证结论为重新论证。' };
    }
    return {
      met: false,
      sentence:
        `论证结论为重新论证，但多数书面意见不要求重新论证（${recommendedText(opinions)}）；` +
        '请更正结论，或者在结论中写明与多数意见不一致的理由。',
    };
  },
};

const signedCount = ({ recommended }: SignedOpinionsFacts): number =>
  expertConclusions.reduce((sum, conclusion) => sum + recommended[conclusion], 0);

const bearingCount = (conclusion: string, { recommended }: SignedOpinionsFacts): number =>
  expertConclusions
    .filter((recommendation) => bears(recommendation, conclusion))
    .reduce((sum, recommendation) => sum + recommended[recommendation], 0);

/** Most of the signed opinions say something else. */
const outvoted = (conclusion: string, opinions: SignedOpinionsFacts): boolean =>
  (signedCount(opinions) - bearingCount(conclusion, opinions)) * 2 > signedCount(opinions);

const recommendedText = ({ recommended }: SignedOpinionsFacts): string =>
  expertConclusions
    .filter((conclusion) => recommended[conclusion] > 0)
    .map((conclusion) => `“${conclusion}”${recommended[conclusion]}份`)
    .join('，');

function tooFew(opinions: SignedOpinionsFacts): Finding | null {
  const { leastOpinions, source } = expertRules;
  const signed = signedCount(opinions);
  const { participants } = opinions;
  if (signed >= leastOpinions && signed * 2 > participants) return null;
  return {
    met: false,
    sentence:
      `参加论证的专家${participants}名，已签署书面论证意见${signed}份；论证结论须有不少于${leastOpinions}份、` +
      `且超过半数专家签署的书面意见（${source}）；请专家填写并签署，或者上传签字扫描件。`,
  };
}

function weighed(conclusion: string, opinions: SignedOpinionsFacts): Finding {
  const signed = signedCount(opinions);
  const agreeing = bearingCount(conclusion, opinions);
  const counts = `已签署书面意见${signed}份：${recommendedText(opinions)}`;
  if (agreeing * 2 > signed) return { met: true, sentence: `论证结论：${conclusion}；${counts}。` };
  const names = nameSome(opinions.contradicting, signed - agreeing, '名');
  return {
    met: false,
    sentence:
      `论证结论为“${conclusion}”，${counts}；${names}的意见与结论不一致，同意的不过半数；` +
      '请按书面意见更正结论（结论为重新论证的，办理“要求重新论证”），或者请专家更正意见后重新签署。',
  };
}

export type ExpertsFacts = { present: number; missing: string[] };
const nobodyPresent = { met: false, sentence: '没有登记到会专家；请先登记到会情况。' };

/** 《重大行政决策程序暂行条例》第十九条、第二十条：与决策事项有直接利害关系的专家应当回避。 */
export const conflictsDeclared: PlanRequirement<ExpertsFacts> = {
  title: '到会专家均已作利害关系声明',
  assess: ({ present, missing }) => {
    if (present === 0) return nobodyPresent;
    return missing.length === 0
      ? { met: true, sentence: `${present}名专家均已声明。` }
      : {
          met: false,
          sentence: `${nameSome(missing, missing.length, '名')}尚未声明利害关系；请专家补交声明。`,
        };
  },
};

export type SignaturesFacts = ExpertsFacts & { conclusion?: string | null; opinions?: SignedOpinionsFacts };
/** Opinions may be signed, and signed anew, after the conclusion: it is weighed once more before the version follows. */
export const expertOpinionsSigned: PlanRequirement<SignaturesFacts> = {
  title: '到会专家均已签署书面论证意见，与论证结论一致',
  assess: ({ present, missing, conclusion, opinions }) => {
    if (present === 0) return nobodyPresent;
    if (missing.length > 0) {
      return {
        met: false,
        sentence: `${nameSome(missing, missing.length, '名')}尚未签署书面意见；请签署或者上传签字扫描件。`,
      };
    }
    if (opinions === undefined) return { met: true, sentence: `${present}名专家均已签署。` };
    if (conclusion !== '通过' && conclusion !== '修改后通过') {
      return {
        met: false,
        sentence: `论证结论为${conclusion ?? '（未登记）'}，不能形成送审稿；请办理“要求重新论证”，或者更正结论。`,
      };
    }
    return tooFew(opinions) ?? weighed(conclusion, opinions);
  },
};

/**
 * `pointsExpected`: the conclusion asks for changes, so there must be points that say which. `unfounded`: answered
 * 已修改, while the clause reads as it did before the meeting and nobody said why.
 */
export type PointsFacts = {
  points: number;
  unanswered: string[];
  pointsExpected: boolean;
  unfounded?: string[];
};

export const expertPointsAnswered: PlanRequirement<PointsFacts> = {
  title: '专家意见逐条答复并写明修改情况，答复已修改的条款确有修改',
  assess: ({ points, unanswered, pointsExpected, unfounded = [] }) => {
    if (points === 0 && pointsExpected) {
      return { met: false, sentence: '论证结论要求修改，但尚未登记专家意见；请逐条登记后答复。' };
    }
    if (unanswered.length > 0) {
      return {
        met: false,
        sentence: `还有${unanswered.length}条专家意见未答复（${nameSome(unanswered, unanswered.length, '条')}）；请写明如何修改或者为何不改。`,
      };
    }
    return (
      unfoundedAnswers('专家意见', unfounded) ?? {
        met: true,
        sentence: points === 0 ? '专家没有提出须答复的意见。' : `${points}条专家意见均已答复。`,
      }
    );
  },
};
