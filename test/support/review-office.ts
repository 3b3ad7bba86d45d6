import { advanceCompilation } from '../../src/compilation/index.js';
import { findExperts } from '../../src/directory/index.js';
import { editClause, findClauses, workingRevision } from '../../src/drafts/index.js';
import { type Sent } from '../../src/engine/index.js';
import { Mail } from '../../src/outbox/index.js';
import { type Actor, Database } from '../../src/platform/index.js';
import {
  answerPoint,
  arrangeMeeting,
  type Conclusion,
  declareConflict,
  filePoint,
  type InviteeView,
  type MeetingView,
  recordAttendance,
  recordConclusion,
  requestSigningCode,
  ReviewQuery,
  SignWithCodeUseCase,
  signOnPaper,
  writeOpinion,
} from '../../src/review/index.js';
import { type PlanContext } from '../../workflows/index.js';
import { freezeDraft, importText, reopenDraft } from './drafts-steps.js';
import { standAt } from './stand-at.js';
import { openHouse, secretary, type TestHouse } from './test-house.js';

export const draftText = [
  '推演方案',
  '一、总体要求',
  '（一）指导思想。坚持质量第一。',
  '（二）主要目标。到2025年，质量强市建设取得明显进展。',
  '二、重点任务',
  '（三）加强质量监督。健全质量监督机制。',
].join('\n');

const expertsDay = { date: '2021-10-20', from: '09:30', to: '11:30', place: '一号会议室' };
const plenaryDay = { date: '2021-11-24', from: '14:00', to: '16:00', place: '二号会议室' };

/** The review room at work. Each test begins anew in rounds of its own, so that one house serves them all. */
export class ReviewOffice {
  /** The round that was counted last when the test began. */
  round = 0;

  private constructor(readonly house: TestHouse) {}

  /** @param house one with a door, for tests that come through it */
  static async open(house?: TestHouse): Promise<ReviewOffice> {
    return new ReviewOffice(house ?? (await openHouse('2021-10-01T09:00:00+08:00')));
  }

  /** The compilation stands before the expert review with a frozen 论证稿, on 2021-10-11 in the morning. */
  async beforeExperts(): Promise<void> {
    await this.begin('2021-10-11T09:00:00+08:00', '论证稿');
    await standAt(this.house, 'consulting.expertReview.preparing', { expertReviewRound: this.round });
  }

  /** The compilation stands before the plenary with a frozen 送审稿, on 2021-11-01 in the morning. */
  async beforePlenary(context: Partial<PlanContext> = {}): Promise<void> {
    await this.begin('2021-11-01T09:00:00+08:00', '送审稿');
    const standing = { plenaryRound: this.round, ...context };
    await standAt(this.house, 'deliberating.plenary.preparing', standing);
  }

  /** The packet lies with the municipal government, with a frozen 报批稿, on 2021-12-13 in the morning. */
  async beforeReturn(): Promise<void> {
    await this.begin('2021-12-13T09:00:00+08:00', '报批稿');
    await standAt(this.house, 'deliberating.municipalApproval.submitted', { packetRound: this.round });
  }

  private async begin(startsAt: string, version: string): Promise<void> {
    this.round += 10;
    this.house.clock.moveTo(Date.parse(startsAt));
    await reopenDraft(this.house, version);
    await importText(this.house, draftText);
    await freezeDraft(this.house, version);
  }

  close(): Promise<void> {
    return this.house.close();
  }

  advance(event: string, reason?: string) {
    const { house } = this;
    return house.perform(advanceCompilation, { event, reason });
  }

  async expertIds(count: number): Promise<string[]> {
    const experts = await this.house.get(Database).read(findExperts);
    return experts.slice(0, count).map((expert) => expert.id);
  }

  async arrangeExperts(change: Partial<Sent<typeof arrangeMeeting>> = {}, experts = 4) {
    const partyIds = await this.expertIds(experts);
    const order = { kind: 'expertReview' as const, ...expertsDay, partyIds, ...change };
    return this.house.perform(arrangeMeeting, order);
  }

  arrangePlenary(change: Partial<Sent<typeof arrangeMeeting>> = {}) {
    return this.house.perform(arrangeMeeting, { kind: 'plenary', ...plenaryDay, ...change });
  }

  meeting(id: string): Promise<MeetingView> {
    return this.house.get(ReviewQuery).meeting(this.house.compilationId, id);
  }

  /** Arranges and convenes the expert meeting. */
  async convene(experts = 4): Promise<MeetingView> {
    const { id } = await this.arrangeExperts({}, experts);
    await this.advance('conveneExpertReview');
    return this.meeting(id);
  }

  /** The same, on the day after it, with everyone there. */
  async hold(experts = 4): Promise<MeetingView> {
    const { id, invitees } = await this.convene(experts);
    await this.house.moveTo('2021-10-20T12:00:00+08:00');
    await this.attend(id, invitees);
    return this.meeting(id);
  }

  attend(meetingId: string, present: Pick<InviteeView, 'id'>[], reason = '') {
    const presentInviteeIds = present.map((invitee) => invitee.id);
    return this.house.perform(recordAttendance, { meetingId, presentInviteeIds, reason });
  }

  declare(
    inviteeId: string,
    input: Omit<Sent<typeof declareConflict>, 'inviteeId'> = { conflict: 'none' },
    actor: Actor = secretary,
  ) {
    return this.house.perform(declareConflict, { inviteeId, ...input }, actor);
  }

  conclude(meetingId: string, conclusion: Conclusion, change: Partial<Sent<typeof recordConclusion>> = {}) {
    const input = { meetingId, conclusion, discussion: '与会人员充分发表了意见。', ...change };
    return this.house.perform(recordConclusion, input);
  }

  write(
    inviteeId: string,
    input: Omit<Sent<typeof writeOpinion>, 'inviteeId'> = { recommendation: '通过', text: '同意。' },
    actor = secretary,
  ) {
    return this.house.perform(writeOpinion, { inviteeId, ...input }, actor);
  }

  /** Everyone who is named declares no interest, recommends the same and signs on paper. */
  async opine(
    invitees: Pick<InviteeView, 'id'>[],
    recommendation: Sent<typeof writeOpinion>['recommendation'],
  ): Promise<void> {
    const { house } = this;
    const meeting = await house.get(ReviewQuery).meetingOf(house.compilationId, invitees[0].id);
    const silent = new Set(meeting.invitees.filter(({ conflict }) => conflict === null).map(({ id }) => id));
    for (const { id } of invitees.filter((invitee) => silent.has(invitee.id))) await this.declare(id);
    for (const { id } of invitees) {
      await this.write(id, { recommendation, text: `建议${recommendation}。` });
      await this.signOnPaper(id, png);
    }
  }

  file(input: Sent<typeof filePoint>, actor = secretary) {
    return this.house.perform(filePoint, input, actor);
  }

  answer(pointId: string, input: Omit<Sent<typeof answerPoint>, 'pointId'>) {
    return this.house.perform(answerPoint, { pointId, ...input });
  }

  /** The invitations of a meeting, in the order they were queued. */
  invitations(meetingId: string): Promise<Mail[]> {
    const where = { template: 'invitation', about: meetingId };
    return this.house.get(Database).read((reader) => reader.find(Mail, { where, order: { id: 'ASC' } }));
  }

  requestCode(invitee: InviteeView) {
    return this.house.perform(requestSigningCode, { inviteeId: invitee.id }, expertActor(invitee));
  }

  /** What the last mail with a code says, as the expert reads it. */
  async mailedCode(invitee: InviteeView): Promise<string> {
    const mails = await this.mails('signing-code', invitee.id);
    return (mails.at(-1)!.view.signing as { code: string }).code;
  }

  mails(template: string, recipientId: string): Promise<Mail[]> {
    const where = { template, recipientId };
    return this.house.get(Database).read((reader) => reader.find(Mail, { where, order: { id: 'ASC' } }));
  }

  sign(invitee: InviteeView, code: string) {
    const { house } = this;
    const who = { compilationId: house.compilationId, actor: expertActor(invitee) };
    return house.get(SignWithCodeUseCase).execute(who, invitee.id, { code });
  }

  signOnPaper(inviteeId: string, sheet: Buffer) {
    return this.house.perform(signOnPaper, { inviteeId }, secretary, scanOf(sheet));
  }

  /** Changes one clause, so that the working revision differs from the version before it. */
  async reviseDraft(text: string): Promise<{ clauseId: string }> {
    const { house } = this;
    const clause = await house.get(Database).read(async (reader) => {
      const working = await workingRevision(reader, house.compilationId);
      return (await findClauses(reader, working!.id)).find(({ title }) => title === '主要目标')!;
    });
    const { clauseId, revision, title } = clause;
    const edit = { clauseId, revision, title, text };
    await house.perform(editClause, edit);
    return { clauseId };
  }
}

export const expertActor = ({ partyId }: Pick<InviteeView, 'partyId'>): Actor => ({
  kind: 'expert',
  id: partyId,
});

const scanOf = (bytes: Buffer) => ({ name: '签署页.png', mediaType: 'image/png', bytes });

export const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
