import {
  CompilationQuery,
  decideIssue,
  raiseIssue,
  escalateIssue,
  recordProcedure,
  type ProcedureKind,
  type RecordedContent,
} from '../../compilation/index.js';
import { DirectoryQuery } from '../../directory/index.js';
import {
  answerPoint,
  arrangeMeeting,
  declareConflict,
  filePoint,
  type MeetingKind,
  type MeetingView,
  recordAttendance,
  recordConclusion,
  ReviewQuery,
  signOnPaper,
  writeOpinion,
} from '../../review/index.js';
import { type Sent } from '../../engine/index.js';
import { changedClauseIds, clauseIds, importText } from '../drafting-desk.js';
import { office, type Scene, scene, type Stage } from '../stage.js';

const expertPoints = ['建议增加质量基础设施协同服务的评价办法。', '指标体系宜区分约束性指标和预期性指标。'];
const plenaryPoints = ['进一步明确各项任务的牵头单位和完成时限。', '与市“十四五”规划纲要的表述保持一致。'];

/** 专家论证, with a second review, and 领导小组审议. */
export function reviewingScenes(): Scene[] {
  return [
    scene('2021-10-12', '10:00', (stage) => arrangeExperts(stage, '2021-10-20')),
    scene('2021-10-12', '11:00', (stage) => stage.stepForward().then(() => undefined)),
    scene('2021-10-20', '17:30', (stage) => holdExpertReview(stage, '重新论证')),
    scene('2021-10-20', '18:00', (stage) => stage.sendBack('专家要求重新论证').then(() => undefined)),
    scene('2021-10-22', '10:00', async (stage) => {
      await importText(stage, '03-lunzhenggao.md', sharpen('论证意见'));
      await answerPoints(stage);
      await stage.stepForward();
      await arrangeExperts(stage, '2021-10-29');
      await stage.stepForward();
    }),
    scene('2021-10-29', '17:30', (stage) => holdExpertReview(stage, '修改后通过')),
    scene('2021-10-29', '18:00', (stage) => stage.stepForward().then(() => undefined)),
    scene('2021-11-01', '09:00', (stage) => stage.stepTooEarly()),
    scene('2021-11-01', '10:00', async (stage) => {
      await importText(stage, '04-songshengao.md');
      await answerPoints(stage);
      await stage.stepForward();
      await sendToLegalReview(stage);
    }),
    scene('2021-11-02', '10:00', raiseDisagreement),
    scene('2021-11-10', '16:00', recordReviews),
    scene('2021-11-12', '10:00', (stage) => arrange(stage, { kind: 'plenary', date: '2021-11-24' })),
    scene('2021-11-12', '11:00', (stage) => stage.stepForward().then(() => undefined)),
    scene('2021-11-24', '17:30', holdPlenary),
    scene('2021-11-24', '18:00', (stage) => stage.stepForward().then(() => undefined)),
    scene('2021-11-29', '10:00', async (stage) => {
      await importText(stage, '05-baopigao.md');
      await answerPoints(stage);
      await stage.stepForward();
    }),
  ];
}

/** A rework changes the last clause: the same words again, or others after the clauses, would be no answer. */
export const sharpen = (what: string) => (text: string) =>
  text.replace(/。(?=\s*(?:\n---\s|$))/u, `，并根据${what}落实责任单位和完成时限。`);

const arrange = (
  stage: Stage,
  meeting: { kind: MeetingKind; date: string; partyIds?: string[] },
): Promise<void> =>
  stage
    .perform(arrangeMeeting, office, { ...meeting, from: '14:00', to: '17:00', place: '市市场监管局会议室' })
    .then(() => stage.tell(`安排会议，${meeting.date}`));

async function arrangeExperts(stage: Stage, date: string): Promise<void> {
  const experts = await stage.get(DirectoryQuery).experts();
  await arrange(stage, { kind: 'expertReview', date, partyIds: experts.slice(0, 9).map(({ id }) => id) });
}

async function currentMeeting(stage: Stage, kind: string): Promise<MeetingView> {
  const meetings = await stage.get(ReviewQuery).meetings(stage.compilationId);
  const ofKind = meetings.filter((meeting) => meeting.kind === kind);
  return ofKind[ofKind.length - 1];
}

async function holdExpertReview(stage: Stage, conclusion: '重新论证' | '修改后通过'): Promise<void> {
  const { chance } = stage;
  const meeting = await currentMeeting(stage, 'expertReview');
  const present = meeting.invitees.slice(0, 7);
  const presentInviteeIds = present.map(({ id }) => id);
  await stage.perform(recordAttendance, office, { meetingId: meeting.id, presentInviteeIds });
  const clauses = await clauseIds(stage);
  for (const [index, invitee] of present.entries()) {
    await stage.perform(declareConflict, office, { inviteeId: invitee.id, conflict: 'none' });
    const opinion = { recommendation: conclusion, text: '文稿总体可行，建议按所提意见修改（推演数据）。' };
    await stage.perform(writeOpinion, office, { inviteeId: invitee.id, ...opinion });
    if (index < expertPoints.length) {
      await stage.perform(filePoint, office, {
        kind: 'expert',
        inviteeId: invitee.id,
        clauseId: chance.pick(clauses),
        content: expertPoints[index],
      });
    }
    const bytes = Buffer.from(`%PDF-1.4\n%${invitee.id}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
    const scan = { name: '签署页.pdf', mediaType: 'application/pdf', bytes };
    await stage.perform(signOnPaper, office, { inviteeId: invitee.id }, scan);
  }
  const record = {
    meetingId: meeting.id,
    conclusion,
    discussion: '专家听取起草情况汇报，逐条讨论（推演数据）。',
    headStatement: '按专家意见修改。',
  };
  await stage.perform(recordConclusion, office, record);
  stage.tell(`专家论证会召开，到会${present.length}名，结论：${conclusion}`);
}

async function holdPlenary(stage: Stage): Promise<void> {
  const { compilationId, chance } = stage;
  const meeting = await currentMeeting(stage, 'plenary');
  const presentInviteeIds = meeting.invitees.filter(() => chance.happens(0.9)).map(({ id }) => id);
  await stage.perform(recordAttendance, office, { meetingId: meeting.id, presentInviteeIds });
  const clauses = await clauseIds(stage);
  for (const content of plenaryPoints) {
    await stage.perform(filePoint, office, { kind: 'plenary', clauseId: chance.pick(clauses), content });
  }
  const record = {
    meetingId: meeting.id,
    conclusion: '修改后通过' as const,
    discussion: '会议听取起草工作组汇报，审议送审稿（推演数据）。',
    headStatement: '原则通过，按会议意见修改后报市政府。',
  };
  await stage.perform(recordConclusion, office, record);
  for (const issue of await stage.get(CompilationQuery).issues(compilationId)) {
    await stage.perform(decideIssue, office, { issueId: issue.id, decision: '采用起草工作组的处理建议。' });
  }
  stage.tell(`领导小组全体会议召开，出席${presentInviteeIds.length}家，决议：修改后通过`);
}

/** Each open point is answered with a clause of the working revision that was changed. */
export async function answerPoints(stage: Stage): Promise<void> {
  const changed = await changedClauseIds(stage);
  const open = (await stage.get(ReviewQuery).points(stage.compilationId)).filter(
    ({ answer }) => answer === null,
  );
  for (const { id: pointId } of open) {
    const answer: Sent<typeof answerPoint> =
      changed.length === 0
        ? { pointId, answer: 'unchanged', text: '有关内容文稿已有表述，不再修改（推演数据）。' }
        : {
            pointId,
            answer: 'changed',
            clauseId: stage.chance.pick(changed),
            text: '已按意见修改有关表述，明确责任单位和时限。',
          };
    await stage.perform(answerPoint, office, answer);
  }
  stage.tell(`答复意见${open.length}条`);
}

const record = (stage: Stage, kind: ProcedureKind, content: RecordedContent) =>
  stage.perform(recordProcedure, office, { kind, content });

async function sendToLegalReview(stage: Stage): Promise<void> {
  const sent = { sentOn: '2021-11-01', office: '市市场监管局法规处', conclusion: null };
  await record(stage, 'legalityReview', sent);
}

async function recordReviews(stage: Stage): Promise<void> {
  const opinion = '决策主体、权限、程序和内容符合规定（推演数据）。';
  const sent = { sentOn: '2021-11-01', office: '市市场监管局法规处', returnedOn: '2021-11-10' };
  await record(stage, 'legalityReview', { ...sent, conclusion: '合法', opinion });
  await record(stage, 'riskAssessment', {
    conclusion: '可控',
    points: '无重大风险点',
    completedOn: '2021-11-08',
  });
  await record(stage, 'fairCompetitionReview', { conclusion: '符合', completedOn: '2021-11-09' });
}

async function raiseDisagreement(stage: Stage): Promise<void> {
  const { id } = await stage.perform(raiseIssue, office, {
    kind: '分歧意见',
    title: '单位生产总值能耗下降目标的口径',
    views: [
      { holder: '市发展改革委', view: '采用五年累计下降口径', reason: '与市“十四五”规划纲要一致' },
      { holder: '市经济信息化委', view: '采用年均下降口径', reason: '便于年度考核' },
    ],
    proposal: '采用五年累计下降口径，年度考核另行分解。',
  });
  await stage.perform(escalateIssue, office, { issueId: id });
}
