import { nameSome } from '../../kit/requirement.js';
import { alwaysHint, type PlanRequirement } from '../../kit/plan-requirement.js';

export type ConsultationNoticeFacts = { missing: string[] };
export const consultationNoticeReady: PlanRequirement<ConsultationNoticeFacts> = {
  title: '公告、说明和意见提交方式齐备',
  assess: ({ missing }) =>
    missing.length === 0
      ? { met: true, sentence: '征求意见公告、编制说明和意见提交方式均已备妥。' }
      : {
          met: false,
          sentence: `征求意见公告缺少${missing.join('、')}；请补全（《重大行政决策程序暂行条例》第十五条）。`,
        },
};

/** Days as they are shown; `longEnough`: it closes no earlier than the end of `earliestClosing`. */
export type ConsultationPeriodFacts = {
  opensOn: string;
  closesOn: string;
  calendarDays: number;
  earliestClosing: string;
  longEnough: boolean;
  shortReason: string;
  /** Titles of deadlines that the step needs and the timeline lacks; then the days are not known. */
  undated?: string[];
  /** Of an extension: the closing day as the public knows it, when no later one was set. */
  unextended?: string;
};

/** 《重大行政决策程序暂行条例》第十五条：一般不少于30日；因情况紧急等原因需要缩短期限的，应当予以说明。 */
export const consultationPeriodLongEnough: PlanRequirement<ConsultationPeriodFacts> = {
  title: '公开征求意见不少于30日',
  assess: (facts) => {
    const { opensOn, closesOn, calendarDays, earliestClosing, longEnough, shortReason, undated = [] } = facts;
    if (undated.length > 0) {
      return {
        met: false,
        sentence: `时间安排缺少${undated.join('、')}；请在“设置—期限”补上日期。`,
      };
    }
    if (facts.unextended !== undefined) {
      return {
        met: false,
        sentence: `没有新的截止日，仍为${facts.unextended}；请在“征求意见—公告”写明延长到哪一天（须晚于现截止日）和事由。`,
      };
    }
    const span = `${opensOn}公开，${closesOn}截止，共${calendarDays}日（公开当日不计）`;
    if (longEnough) return { met: true, sentence: `${span}。` };
    return shortReason.trim() === ''
      ? {
          met: false,
          sentence: `${span}，不足30日；请将截止日延至${earliestClosing}以后，或者在公告中说明缩短期限的原因。`,
        }
      : { met: true, sentence: `${span}，不足30日，公告已说明原因：${shortReason}` };
  },
};

/** `closesAt` is null while the timeline has no closing day. */
export type ConsultationOverFacts = { closesAt: string | null; over: boolean };
export const consultationPeriodOver: PlanRequirement<ConsultationOverFacts> = {
  title: '公开征求意见期限届满',
  assess: ({ closesAt, over }) =>
    closesAt === null
      ? { met: false, sentence: '时间安排缺少公开征求意见的截止日；请在“设置—期限”补上日期。' }
      : over
        ? { met: true, sentence: `已于${closesAt}截止。` }
        : { met: false, sentence: `${closesAt}方才截止；期限届满前不得提前结束，届时自动截止。` },
};

export type OpinionFacts = {
  total: number;
  unassigned: number;
  undisposed: number;
  unreviewed: number;
  late: number;
  samples: string[];
};

export const opinionsSettled: PlanRequirement<OpinionFacts> = {
  title: '按期收到的意见逐条办理并复核',
  assess: (facts) => settled(facts, '可分派、办理或者复核'),
};

export const lateOpinionsSettled: PlanRequirement<OpinionFacts> = {
  title: '逾期意见在报批前全部办结',
  assess: (facts) => settled(facts, '逾期意见也须在报批前办结'),
};

function settled(facts: OpinionFacts, remedy: string) {
  const { total, unassigned, undisposed, unreviewed, late, samples } = facts;
  const open = unassigned + undisposed + unreviewed;
  if (open === 0) {
    return { met: true, sentence: total === 0 ? '没有需要办理的意见。' : `${total}条意见均已办理并复核。` };
  }
  const lateNote = late > 0 ? `，另有逾期意见${late}条` : '';
  return {
    met: false,
    sentence:
      `还有${open}条意见未办结：未分派${unassigned}条、待处理${undisposed}条、待复核${unreviewed}条` +
      `（${nameSome(samples, open, '条')}）${lateNote}；${remedy}。`,
  };
}

/** `unchanged`: adopted, but the clause reads as it did when the opinion was given, and nobody said why. */
export type AdoptionFacts = {
  adopted: number;
  reasoned: number;
  unchanged: number;
  /** Some of the unchanged: number and clause. */
  samples: string[];
};

/** 采纳 says that the text was changed; a table that says so of a clause that was not would be false. */
export const adoptionsInText: PlanRequirement<AdoptionFacts> = {
  title: '采纳的意见已改入条款',
  joinedLater: true,
  assess: ({ adopted, reasoned, unchanged, samples }) => {
    if (unchanged > 0) {
      return {
        met: false,
        sentence:
          `有${unchanged}条意见办理为采纳或者部分采纳，所列条款与提出意见时的文稿相比没有改动` +
          `（${nameSome(samples, unchanged, '条')}）；请修改条款，或者改作其他处理意见，或者写明文字不作改动的理由。`,
      };
    }
    if (adopted === 0) return { met: true, sentence: '没有办理为采纳、部分采纳的意见，无须核对条款。' };
    const stayed = reasoned === 0 ? '' : `，其中${reasoned}条所列条款文字未作改动，已写明理由`;
    return { met: true, sentence: `采纳、部分采纳的${adopted}条意见均已与条款逐条核对${stayed}。` };
  },
};

export type RepliesFacts = {
  sent: number;
  replied: number;
  waived: number;
  outstanding: number;
  /** A few of those outstanding by name. */
  units: string[];
};

export const unitRepliesIn: PlanRequirement<RepliesFacts> = {
  title: '书面征求意见回函情况',
  severity: alwaysHint,
  assess: ({ sent, replied, waived, outstanding, units }) => {
    const waivedNote = waived > 0 ? `，豁免${waived}家` : '';
    const counts = `发函${sent}家，已回函${replied}家${waivedNote}`;
    if (sent === 0)
      return {
        met: false,
        sentence: '没有向任何单位发函征求意见；请核对名册，或者说明不书面征求意见的原因。',
      };
    return outstanding === 0
      ? { met: true, sentence: `${counts}。` }
      : {
          met: false,
          sentence: `${counts}，未回函${outstanding}家（${nameSome(units, outstanding, '家')}）；可继续催复。`,
        };
  },
};

export type FeedbackFacts = { published: boolean };
export const feedbackPublished: PlanRequirement<FeedbackFacts> = {
  title: '意见采纳情况已反馈',
  assess: ({ published }) =>
    published
      ? { met: true, sentence: '意见采纳情况反馈已公布。' }
      : { met: false, sentence: '意见采纳情况尚未公布；请生成并公布反馈。' },
};
