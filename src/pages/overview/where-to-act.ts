import { type AreaKey } from '../frame/navigation.js';
import { placeFor, type PlaceName } from '../../../workflows/index.js';

/** Where each place that plans name is, and what the link to it says. */
const addresses: Record<PlaceName, [AreaKey, string, string?]> = {
  documentNumber: ['settings', '登记文号'],
  roster: ['settings', '核对名册'],
  draftingGroup: ['settings', '登记起草组'],
  timeline: ['settings', '补全时间安排', '/timeline'],
  renewedDeadlines: ['settings', '调整期限', '/timeline'],
  materials: ['materials', '办理报送'],
  draft: ['drafts', '上传文稿'],
  evaluation: ['settings', '登记成效评估'],
  sources: ['drafts', '标注来源'],
  alignment: ['drafts', '核对衔接'],
  visits: ['topics', '登记调研走访'],
  notice: ['consultation', '拟定公告'],
  noticePeriod: ['consultation', '调整期限', '/notice'],
  publishedNotice: ['consultation', '查看公告'],
  opinions: ['consultation', '办理意见'],
  adoptions: ['consultation', '核对采纳'],
  replies: ['materials', '催复'],
  feedback: ['consultation', '反馈情况'],
  expertReviewMeeting: ['meetings', '安排论证会'],
  expertAttendance: ['meetings', '登记论证会'],
  expertConclusion: ['meetings', '登记结论'],
  declarations: ['meetings', '查看声明'],
  signatures: ['meetings', '查看签署'],
  expertPoints: ['meetings', '答复要点'],
  plenaryMeeting: ['meetings', '安排全体会议'],
  legalityReview: ['packet', '登记合法性审查'],
  riskAssessment: ['packet', '登记风险评估'],
  fairCompetitionReview: ['packet', '登记公平竞争审查'],
  disagreements: ['meetings', '登记分歧'],
  decisions: ['meetings', '登记决定'],
  plenaryAttendance: ['meetings', '登记会议'],
  resolution: ['meetings', '登记决议'],
  plenaryChanges: ['drafts', '落实审议意见'],
  packet: ['packet', '汇集材料'],
  unfinished: ['packet', '补写、更正'],
  partyCommittee: ['packet', '登记请示报告'],
  approval: ['packet', '登记批准'],
  return: ['packet', '登记退回'],
  returnChanges: ['drafts', '落实退回意见'],
};

export interface Place {
  area: AreaKey;
  /** The page within the area; empty for the area itself. */
  within: string;
  label: string;
}

/** Dates that are over are shifted together; anything else about the timeline is mended line by line. */
export function placeOf(requirement: string, facts: Record<string, unknown>): Place | null {
  const name = placeFor(requirement);
  if (name === null) return null;
  const { passed } = facts;
  if (name === 'timeline' && Array.isArray(passed) && passed.length > 0)
    return { area: 'settings', within: '/timeline#shift', label: '平移时间安排' };
  const [area, label, within = ''] = addresses[name];
  return { area, label, within };
}
