import { nameSome } from '../../kit/requirement.js';
import { type SchemeRequirement } from './common.js';

export type ExpertMeetingArrangedFacts = { heldOn: string | null; experts: number; version: string | null };
export const expertMeetingArranged: SchemeRequirement<ExpertMeetingArrangedFacts> = {
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
export const expertMeetingHeld: SchemeRequirement<ExpertMeetingHeldFacts> = {
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
export const expertConclusionPasses: SchemeRequirement<ExpertMeetingHeldFacts> = {
  title: '论证结论为通过或者修改后通过',
  assess: ({ conclusion }) =>
    conclusion === '通过' || conclusion === '修改后通过'
      ? { met: true, sentence: `论证结论：${conclusion}。` }
      : {
          met: false,
          sentence: `论证结论为${conclusion ?? '（未登记）'}；须为通过或者修改后通过方可修改形成送审稿。`,
        },
};
export const expertConclusionRepeats: SchemeRequirement<ExpertMeetingHeldFacts> = {
  title: '论证结论为重新论证',
  assess: ({ conclusion }) =>
    conclusion === '重新论证'
      ? { met: true, sentence: '专家要求重新论证。' }
      : { met: false, sentence: `论证结论为${conclusion ?? '（未登记）'}；只有重新论证的结论才能退回修改。` },
};

export type ExpertsFacts = { present: number; missing: string[] };
/** 《重大行政决策程序暂行条例》第十九条、第二十条：与决策事项有直接利害关系的专家应当回避。 */
export const conflictsDeclared: SchemeRequirement<ExpertsFacts> = {
  title: '到会专家均已作利害关系声明',
  assess: ({ present, missing }) =>
    missing.length === 0
      ? { met: true, sentence: `${present}名专家均已声明。` }
      : {
          met: false,
          sentence: `${nameSome(missing, missing.length, '名')}尚未声明利害关系；请专家补交声明。`,
        },
};
export const expertOpinionsSigned: SchemeRequirement<ExpertsFacts> = {
  title: '到会专家均已签署书面论证意见',
  assess: ({ present, missing }) =>
    missing.length === 0
      ? { met: true, sentence: `${present}名专家均已签署。` }
      : {
          met: false,
          sentence: `${nameSome(missing, missing.length, '名')}尚未签署书面意见；请签署或者上传签字扫描件。`,
        },
};

/** `pointsExpected`: the conclusion asks for changes, so there must be points that say which. */
export type PointsFacts = { points: number; unanswered: string[]; pointsExpected: boolean };
export const expertPointsAnswered: SchemeRequirement<PointsFacts> = {
  title: '专家意见逐条答复并写明修改情况',
  assess: ({ points, unanswered, pointsExpected }) => {
    if (points === 0 && pointsExpected) {
      return { met: false, sentence: '论证结论要求修改，但尚未登记专家意见；请逐条登记后答复。' };
    }
    return unanswered.length === 0
      ? { met: true, sentence: `${points}条专家意见均已答复。` }
      : {
          met: false,
          sentence: `还有${unanswered.length}条专家意见未答复（${nameSome(unanswered, unanswered.length, '条')}）；请写明如何修改或者为何不改。`,
        };
  },
};
