import { freezeDraft, importText, reopenDraft } from '../../../test/support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { draftText } from '../../../test/support/review-office.js';
import { standAt } from '../../../test/support/stand-at.js';
import { LinkTokens } from '../../access/index.js';
import { advanceCompilation } from '../../compilation/index.js';
import { findExperts } from '../../directory/index.js';
import { Mail } from '../../outbox/index.js';
import {
  answerPoint,
  arrangeMeeting,
  type InviteeView,
  type MeetingView,
  ReviewPoint,
  ReviewQuery,
} from '../../review/index.js';

let house: HttpHouse;
let meetingId: string;
let expert: PageVisitor;
let colleague: PageVisitor;
let seats: string[];
const at = (index = 0): string => `/expert/${seats[index]}`;

beforeEach(async () => {
  house = await openHttpHouse('2021-10-11T09:00:00+08:00');
  await reopenDraft(house, '论证稿');
  await importText(house, draftText);
  await freezeDraft(house, '论证稿');
  await standAt(house, 'consulting.expertReview.preparing', { expertReviewRound: 10 });
  const partyIds = (await house.database.read(findExperts)).slice(0, 3).map(({ id }) => id);
  const order = {
    kind: 'expertReview' as const,
    date: '2021-10-20',
    from: '09:30',
    to: '11:30',
    place: '一号会议室',
    partyIds,
  };
  meetingId = (await house.perform(arrangeMeeting, order)).id;
  await house.perform(advanceCompilation, { event: 'conveneExpertReview' });
  seats = (await meeting()).invitees.map(({ id }) => id);
  [expert, colleague] = await Promise.all([visitAsInvitee(0), visitAsInvitee(1)]);
});
afterEach(() => house.close());

const meeting = (): Promise<MeetingView> => house.get(ReviewQuery).meeting(house.compilationId, meetingId);
const invitee = async (index = 0): Promise<InviteeView> => (await meeting()).invitees[index];
const declare = (visitor: PageVisitor) =>
  visitor.post(`${at(visitor === colleague ? 1 : 0)}/conflict`, { conflict: 'none', note: '' });
const write = (visitor: PageVisitor, text = '同意。') =>
  visitor.post(`${at()}/opinion`, { recommendation: '修改后通过', text });

async function visitAsInvitee(index: number): Promise<PageVisitor> {
  const { id: aboutId, partyId } = await invitee(index);
  return visitAs(house, { kind: 'expert', aboutId, partyId });
}

async function code(): Promise<string> {
  const where = { template: 'signing-code' };
  const mails = await house.database.read((reader) => reader.find(Mail, { where, order: { id: 'ASC' } }));
  return (mails.at(-1)!.view.signing as { code: string }).code;
}

describe('the page of an expert', () => {
  it('asks first whether the expert comes, with time, place and the draft', async () => {
    const { html } = await expert.get(at());
    expect(html).toContain('请答复是否参加专家论证会');
    expect(html).toContain('2021年10月20日（星期三）09:30至11:30');
    expect(html).toContain('健全质量监督机制');
  });

  it('takes the answer to the invitation', async () => {
    await expert.post(`${at()}/response`, { response: 'accepted' });
    expect((await invitee()).response).toBe('accepted');
    expect((await expert.get(at())).html).toContain('请先声明');
  });

  it('takes no opinion of an expert who has a direct interest', async () => {
    await expert.post(`${at()}/conflict`, { conflict: 'direct', note: '曾参与起草' });
    const { html } = await expert.get(at());
    expect(html).toContain('依规回避');
    expect(html).not.toContain('/opinion"');
    expect((await write(expert)).status).toBeGreaterThanOrEqual(400);
  });

  it('takes points by clause and lets them be corrected', async () => {
    await declare(expert);
    const clauseId = /name="clauseId" value="([^"]+)"/.exec((await expert.get(at())).html)![1];
    await expert.post(`${at()}/points`, { clauseId, content: '建议补充依据。' });
    const [point] = (await meeting()).points;
    expect(point).toMatchObject({ clauseId, content: '建议补充依据。', inviteeId: (await invitee()).id });
    await expert.post(`${at()}/points/${point.id}`, { content: '建议补充测算依据。', dissent: 'yes' });
    expect((await meeting()).points[0]).toMatchObject({ content: '建议补充测算依据。', dissent: true });
  });

  it('shows what was answered to the points', async () => {
    await declare(expert);
    await expert.post(`${at()}/points`, { clauseId: '', content: '建议补充依据。' });
    const [{ id }] = (await meeting()).points;
    const answer = { answer: 'unchanged' as const, text: '依据已载于编制说明。' };
    await standAt(house, 'consulting.expertReview.reworking', { expertReviewRound: (await meeting()).round });
    await reopenDraft(house, '论证稿');
    await house.perform(answerPoint, { pointId: id, ...answer });
    expect((await expert.get(at())).html).toContain('依据已载于编制说明。');
  });

  it('has the written opinion signed with the mailed code; a wrong one is refused', async () => {
    await declare(expert);
    await write(expert);
    await expert.post(`${at()}/signing-code`);
    const right = await code();
    const wrong = right === '000000' ? '000001' : '000000';
    expect((await expert.post(`${at()}/signature`, { code: wrong })).status).toBeGreaterThanOrEqual(400);
    expect((await invitee()).signature).toBe('unsigned');
    await expert.post(`${at()}/signature`, { code: right });
    expect((await invitee()).signature).toBe('signed');
  });

  it('does not write over an opinion or a point that another tab has saved', async () => {
    await declare(expert);
    const beganIn = (html: string, action: string): string =>
      new RegExp(`action="[^"]*${action}"[\\s\\S]*?name="began" value="([^"]+)"`).exec(html)![1];
    const began = beganIn((await expert.get(at())).html, '/opinion');
    const typed = { recommendation: '通过', began };
    expect((await expert.post(`${at()}/opinion`, { ...typed, text: '第一页所写' })).status).toBe(303);
    const stale = await expert.post(`${at()}/opinion`, { ...typed, text: '第二页所写' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('第一页所写');
    expect(stale.html).toContain('第二页所写');
    expect((await invitee()).writtenOpinion).toBe('第一页所写');

    await expert.post(`${at()}/points`, { clauseId: '', content: '建议补充依据。' });
    const [{ id }] = (await meeting()).points;
    const pointBegan = beganIn((await expert.get(at())).html, `/points/${id}`);
    await expert.post(`${at()}/points/${id}`, { content: '先改的', began: pointBegan });
    const late = await expert.post(`${at()}/points/${id}`, { content: '后改的', began: pointBegan });
    expect(late.status).toBe(409);
    expect((await meeting()).points[0].content).toBe('先改的');
  });

  it('says that a changed opinion must be signed anew', async () => {
    await declare(expert);
    await write(expert);
    await expert.post(`${at()}/signing-code`);
    await expert.post(`${at()}/signature`, { code: await code() });
    await write(expert, '同意，另有补充。');
    expect((await expert.get(at())).html).toContain('请重新签署');
  });

  it('shows an expert nothing of what another one wrote, and lets nobody correct another one’s point', async () => {
    await declare(expert);
    await declare(colleague);
    await write(expert, '只属于第一位专家的意见');
    await expert.post(`${at()}/points`, { clauseId: '', content: '只属于第一位专家的要点' });
    expect((await colleague.get(at(1))).html).not.toContain('只属于第一位专家');
    const [{ id }] = (await meeting()).points;
    const answer = await colleague.post(`${at(1)}/points/${id}`, { content: '改过', dissent: 'yes' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await meeting()).points[0].content).toBe('只属于第一位专家的要点');
  });

  it('lets no expert change what another body said', async () => {
    const said = { id: 'point-of-the-plenary', compilationId: house.compilationId, round: 1, number: 1 };
    const nobodys = { meetingId: null, inviteeId: null, clauseId: null, clauseLabel: '全文', dissent: false };
    const unanswered = {
      answer: null,
      answerText: '',
      answerClauseId: null,
      unchangedReason: null,
      answeredAt: null,
      revision: 1,
    };
    const point = { ...said, ...nobodys, ...unanswered, kind: 'plenary' as const, content: '全体会议的意见' };
    await house.database.write((tx) => tx.insert(ReviewPoint, { ...point, filedAt: house.clock.now() }));
    await standAt(house, 'deliberating.plenary.revising', { plenaryRound: 1 });
    const answer = await expert.post(`${at()}/points/${said.id}`, { content: '改过' });
    expect(answer.status).toBe(403);
    const kept = await house.database.read((reader) => reader.findOneByOrFail(ReviewPoint, { id: said.id }));
    expect(kept.content).toBe('全体会议的意见');
  });

  it('is opened by the link of the invitation, not by looking at it', async () => {
    const path = await house.get(LinkTokens).pathTo('expert', (await invitee()).id);
    const stranger = await visitAs(house, 'nobody');
    expect((await stranger.get(path)).headers.get('set-cookie')).toBeNull();
    expect((await stranger.post(path)).location).toBe(at());
  });
});
