import { planTimeline } from '../kit/timeline.js';
import { type SchemeEventType } from './events.js';

const due = (stage: string, limits: SchemeEventType, title: string) => ({ stage, limits, title });

/** The dates of the notice (四) and those that the procedure for decisions adds, in the order of the steps. */
export const schemeTimeline = planTimeline({
  deadlines: {
    materialsDue: due('drafting', 'closeMaterials', '材料报送'),
    firstDraftDue: due('drafting', 'completeFirstDraft', '形成初稿'),
    consultationDraftDue: due('drafting', 'completeConsultationDraft', '调研走访，形成征求意见稿'),
    consultationOpens: due('consulting', 'openConsultation', '公开征求意见开始'),
    unitRepliesDue: due('consulting', 'completeAppraisalDraft', '书面征求意见回函'),
    consultationCloses: due('consulting', 'closeConsultation', '公开征求意见截止'),
    appraisalDraftDue: due('consulting', 'completeAppraisalDraft', '论证稿送达专家'),
    expertMeeting: due('consulting', 'passExpertReview', '专家论证会'),
    reviewDraftDue: due('consulting', 'completeReviewDraft', '形成送审稿'),
    legalityReviewEnds: due('deliberating', 'convenePlenary', '合法性审查'),
    plenary: due('deliberating', 'passPlenary', '领导小组全体会议'),
    approvalDraftDue: due('deliberating', 'completeApprovalDraft', '形成报批稿'),
    packetDue: due('deliberating', 'submitPacket', '报送报批材料'),
    publication: due('deliberating', 'publishScheme', '市政府审批发布'),
  },
  order: [
    [
      'materialsDue',
      'firstDraftDue',
      'consultationDraftDue',
      'consultationOpens',
      'consultationCloses',
      'appraisalDraftDue',
      'expertMeeting',
      'reviewDraftDue',
      'legalityReviewEnds',
      'plenary',
      'approvalDraftDue',
      'packetDue',
      'publication',
    ],
    ['consultationOpens', 'unitRepliesDue', 'appraisalDraftDue'],
  ],
  onLaterDays: [
    ['consultationOpens', 'consultationCloses'],
    ['consultationOpens', 'unitRepliesDue'],
    ['appraisalDraftDue', 'expertMeeting'],
    // 第二十五条：未经合法性审查不得提交讨论, so its last day is over when the plenary begins.
    ['legalityReviewEnds', 'plenary'],
  ],
  leastPeriods: [
    {
      from: 'consultationOpens',
      to: 'consultationCloses',
      atLeast: { unit: 'calendarDays', count: 30 },
      source: '《重大行政决策程序暂行条例》第十五条',
      otherwise: '确需缩短的，须在公告中说明原因',
    },
    {
      from: 'appraisalDraftDue',
      to: 'expertMeeting',
      atLeast: { unit: 'calendarDays', count: 7 },
      source: '会议材料提前7日送达',
      otherwise: '确实来不及的，须在会上说明',
    },
    {
      from: 'reviewDraftDue',
      to: 'legalityReviewEnds',
      atLeast: { unit: 'workingDays', count: 7 },
      source: '《重大行政决策程序暂行条例》第二十七条',
      onlyCatalogued: true,
    },
  ],
});

export type SchemeDeadlineKey = keyof typeof schemeTimeline.deadlines;
