import { type AreaKey } from '../frame/navigation.js';

/** Where each requirement of a gate is met, and what the link to it says. */
const places: Record<string, [AreaKey, string, string?]> = {
  draftReady: ['drafts', '上传文稿'],
  deadlinesRenewed: ['settings', '调整期限', '/timeline'],
  noticeRegistered: ['settings', '登记文号'],
  rosterReady: ['settings', '核对名册'],
  draftingGroupFormed: ['settings', '登记起草组'],
  timelineComplete: ['settings', '补全时间安排', '/timeline'],
  materialsSettled: ['materials', '办理报送'],
  evaluationOnFile: ['settings', '登记成效评估'],
  materialsTraced: ['drafts', '标注来源'],
  visitsLogged: ['topics', '登记调研走访'],
  basisAligned: ['drafts', '核对衔接'],
  consultationNoticeReady: ['consultation', '拟定公告'],
  consultationPeriodLongEnough: ['consultation', '调整期限', '/notice'],
  consultationPeriodOver: ['consultation', '查看公告'],
  opinionsSettled: ['consultation', '办理意见'],
  adoptionsInText: ['consultation', '核对采纳'],
  lateOpinionsSettled: ['consultation', '办理意见'],
  unitRepliesIn: ['materials', '催复'],
  feedbackPublished: ['consultation', '反馈情况'],
  expertMeetingArranged: ['meetings', '安排论证会'],
  expertMeetingHeld: ['meetings', '登记论证会'],
  expertConclusionPasses: ['meetings', '登记结论'],
  expertConclusionRepeats: ['meetings', '登记结论'],
  conflictsDeclared: ['meetings', '查看声明'],
  expertOpinionsSigned: ['meetings', '查看签署'],
  expertPointsAnswered: ['meetings', '答复要点'],
  plenaryArranged: ['meetings', '安排全体会议'],
  legalityReviewed: ['packet', '登记合法性审查'],
  riskAssessed: ['packet', '登记风险评估'],
  fairCompetitionReviewed: ['packet', '登记公平竞争审查'],
  disagreementsHandled: ['meetings', '登记分歧'],
  disagreementsClosed: ['meetings', '登记决定'],
  plenaryHeld: ['meetings', '登记会议'],
  plenaryResolutionPasses: ['meetings', '登记决议'],
  plenaryResolutionReturns: ['meetings', '登记决议'],
  plenaryChangesTraced: ['drafts', '落实审议意见'],
  municipalChangesTraced: ['drafts', '落实退回意见'],
  packetComplete: ['packet', '汇集材料'],
  packetFinished: ['packet', '补写、更正'],
  partyCommitteeReported: ['packet', '登记请示报告'],
  municipalApprovalRecorded: ['packet', '登记批准'],
  municipalReturnRecorded: ['packet', '登记退回'],
};

export interface Place {
  area: AreaKey;
  /** The page within the area; empty for the area itself. */
  within: string;
  label: string;
}

/** Dates that are over are shifted together; anything else about the timeline is mended line by line. */
export function placeOf(requirement: string, facts: Record<string, unknown>): Place | null {
  const { passed } = facts;
  if (requirement === 'timelineComplete' && Array.isArray(passed) && passed.length > 0)
    return { area: 'settings', within: '/timeline#shift', label: '平移时间安排' };
  const place = places[requirement];
  return place === undefined ? null : { area: place[0], label: place[1], within: place[2] ?? '' };
}

export const knownPlaces = Object.keys(places);
