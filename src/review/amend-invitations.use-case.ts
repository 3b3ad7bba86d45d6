import { z } from 'zod';
import { dateOf } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { type Act, correctionReason, defineAct, positionOf, RecordInUse } from '../engine/index.js';
import { Mail } from '../outbox/index.js';
import { exampleId, idSchema, insertRows, named, secretariat } from '../platform/index.js';
import { assessRequirements } from '../../workflows/index.js';
import { type Invitation, invitations, invitationWithdrawal } from './invitation-mail.js';
import { chosenParties } from './invitable-parties.js';
import { Invitee, notYetAnswered } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { findMeetingTerms, meetingTerms } from './meeting-kinds.js';
import { renewEntry } from './renew-entry.js';
import { AlreadyInvited, MeetingAlreadyHeld, TooFewInvited } from './review.errors.js';
import { findInvitee, findInvitees } from './review.repository.js';
import { ReviewPoint } from './review-point.entity.js';
import { openMeeting, pointKindOf, requireState } from './standing.js';

/** What convening asks of who is invited. */
const arrangedRequirement = { expertReview: 'expertMeetingArranged', plenary: 'plenaryArranged' } as const;

/** Until it is held, somebody more is invited to a convened meeting; once it has begun nobody is mailed any more. */
export const inviteMore = defineAct({
  name: 'meeting.inviteesAdded',
  title: '增加会议邀请',
  summary: '已召集的会议增加邀请；会议开始之后只登记，不寄发邀请',
  may: secretariat,
  path: 'meetings/:meetingId/invitees',
  input: z.object({
    meetingId: idSchema,
    /** Ids of experts, or of the leading group's members. */
    partyIds: named(
      '邀请',
      z.array(z.string()).min(1, { error: '请至少选择一名' }).max(200, { error: '一次最多邀请200名' }),
    ),
  }),
  example: { meetingId: exampleId, partyIds: [exampleId] },
  answer: z.object({ invited: z.int(), mailed: z.int() }),
  status: 201,
  async perform(act, { meetingId, partyIds }) {
    const meeting = await amendable(act, meetingId, '增加邀请');
    const known = await findInvitees(act.tx, meetingId);
    const parties = await chosenParties(act.tx, meeting.kind, partyIds);
    const twice = parties.filter(({ partyId }) => known.some((one) => one.partyId === partyId));
    if (twice.length > 0) throw new AlreadyInvited(twice.map(({ name }) => name));
    const first = Math.max(-1, ...known.map(({ position }) => position)) + 1;
    const blank = { compilationId: act.compilationId, meetingId, ...notYetAnswered };
    const added = parties.map((party, index) => {
      return { id: act.ids.next(), position: first + index, ...party, ...blank };
    });
    await insertRows(act.tx, Invitee, added);
    act.note({ id: meetingId, invited: parties.map(({ partyId }) => partyId) });
    const mailed = meeting.startsAt > act.now ? added : [];
    if (mailed.length > 0) await inviteAgain(act, await renewEntry(act, meeting), mailed);
    return { invited: added.length, mailed: mailed.length };
  },
});

/** Somebody is invited to a convened meeting no longer. */
export const withdrawInvitation = defineAct({
  name: 'meeting.inviteeWithdrawn',
  title: '撤回会议邀请',
  summary: '撤回一名的会议邀请，须写明事由；告知本人，其日历中的会议随之取消',
  may: secretariat,
  path: 'invitees/:inviteeId/withdraw',
  input: z.object({ inviteeId: idSchema, reason: named('撤回事由', correctionReason) }),
  example: { inviteeId: exampleId, reason: '误选，应邀请同单位另一名专家' },
  async perform(act, { inviteeId, reason }) {
    const { tx, compilationId } = act;
    const invitee = await findInvitee(tx, compilationId, inviteeId);
    const meeting = await amendable(act, invitee.meetingId, '撤回邀请');
    await requireUnused(act, invitee);
    await requireEnoughLeft(act, meeting);
    await tx.delete(Invitee, { id: inviteeId });
    const { partyId } = invitee;
    act.note({ id: meeting.id, inviteeId, partyId, reason });
    if (meeting.startsAt <= act.now) return;
    const renewed = await renewEntry(act, meeting);
    const invitation = await invitationTo(act, meeting);
    await act.post([invitationWithdrawal(act, invitation, renewed, invitee, reason)]);
    await inviteAgain(act, renewed, []);
  },
});

/** @throws MeetingNotConvened, MeetingRoundOver, NotAtThisStep, MeetingAlreadyHeld */
async function amendable(act: Act, meetingId: string, what: string): Promise<Meeting> {
  const meeting = await openMeeting(act.tx, act.compilationId, meetingId, what);
  const position = await positionOf(act.tx, act.compilationId);
  requireState(position, pointKindOf(meeting.kind), ['convened', 'revising'], what);
  if (meeting.heldAt !== null) throw new MeetingAlreadyHeld(meetingTerms(position, meeting.kind).title, what);
  return meeting;
}

async function invitationTo({ tx, compilationId }: Act, { kind }: Meeting): Promise<Invitation> {
  const compilation = await findCompilation(tx, compilationId);
  return { compilation, terms: await findMeetingTerms(tx, compilationId, kind) };
}

async function requireEnoughLeft({ tx, compilationId }: Act, { id, kind, startsAt }: Meeting): Promise<void> {
  const left = (await findInvitees(tx, id)).length - 1;
  const requirement = arrangedRequirement[kind];
  const position = await positionOf(tx, compilationId);
  const { plan, context } = position;
  const facts = { heldOn: dateOf(startsAt), experts: left, invited: left, version: null };
  const [line] = assessRequirements(plan.requirements, [requirement], { [requirement]: facts }, context);
  if (!line.met) throw new TooFewInvited(meetingTerms(position, kind).title, left);
}

async function requireUnused(act: Act, { id, recommendation, writtenOpinion }: Invitee): Promise<void> {
  const remedy = '本人不到会的，按未到会登记即可';
  if (recommendation !== null || writtenOpinion.trim() !== '')
    throw new RecordInUse('该项邀请', '之下已填写书面论证意见', remedy);
  if (await act.tx.existsBy(ReviewPoint, { inviteeId: id }))
    throw new RecordInUse('该项邀请', '之下已登记意见', remedy);
}

/** Those added, and those whose invitation has not left: with the entry renewed, what waited for them lapses. */
async function inviteAgain(act: Act, meeting: Meeting, added: readonly Invitee[]): Promise<void> {
  const { tx } = act;
  const where = { about: meeting.id, template: 'invitation', state: 'queued' as const };
  const waiting = new Set((await tx.findBy(Mail, where)).map(({ recipientId }) => recipientId));
  const ids = new Set(added.map(({ id }) => id));
  const all = (await findInvitees(tx, meeting.id)).filter(({ id }) => ids.has(id) || waiting.has(id));
  await act.post(invitations(act, await invitationTo(act, meeting), meeting, all));
}
