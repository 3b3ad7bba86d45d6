import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { dayWarnings, Deadline, requireUnderway } from '../compilation/index.js';
import { latestFrozen } from '../drafts/index.js';
import { type Act, defineAct, type Position, positionOf } from '../engine/index.js';
import {
  beganInput,
  insertRows,
  lineInput,
  named,
  requireBegan,
  saveRevision,
  secretariat,
} from '../platform/index.js';
import { arrangementContent, arrangementWords } from './edited-content.js';
import { Invitee, notYetAnswered } from './invitee.entity.js';
import { chosenParties, type Party } from './invitable-parties.js';
import { Meeting } from './meeting.entity.js';
import {
  type MeetingKind,
  meetingKindNames,
  meetingKinds,
  type MeetingTerms,
  meetingTerms,
} from './meeting-kinds.js';
import { checkMeetingTimes, meetingTimesInput, meetingWarnings, toMeetingTimes } from './meeting-times.js';
import { MeetingAlreadyConvened } from './review.errors.js';
import { findInvitees, meetingOfRound } from './review.repository.js';
import { currentRound } from './standing.js';

const arrangementInput = z.object({
  kind: named(
    '会议种类',
    z.enum(meetingKindNames, { error: '应为 expertReview（专家论证会）或者 plenary（全体会议）' }),
  ),
  ...meetingTimesInput,
  place: named('地点', lineInput()),
  agenda: named('议程', z.array(lineInput()).max(30, { error: '议程最多30项' }).optional()),
  /** Ids of experts, or of the leading group's members; without them the whole leading group is invited. */
  partyIds: named('邀请', z.array(z.string()).max(200, { error: '一次最多邀请200名' }).optional()),
  began: beganInput,
});
type Arrangement = z.output<typeof arrangementInput>;

/** Who is invited, and what the plan says of the meeting. */
interface Plan {
  parties: Party[];
  planned: MeetingTerms;
}

/** Sets day, place and participants of the next meeting; until it is convened it may be arranged anew. */
export const arrangeMeeting = defineAct({
  name: 'meeting.arranged',
  title: '安排会议',
  summary: '安排会议；召集之前可重新安排',
  may: secretariat,
  path: 'meetings',
  input: arrangementInput,
  example: { kind: 'expertReview', date: '2021-10-20', from: '09:00', to: '11:30', place: '第一会议室' },
  answer: z.object({ id: z.string(), round: z.int(), warnings: z.array(z.string()) }),
  status: 201,
  uses: { shelf: CalendarShelf },
  async perform(act, arrangement, { shelf }) {
    const { tx, compilationId } = act;
    const { kind } = arrangement;
    const times = toMeetingTimes(arrangement);
    checkMeetingTimes(times, act.now, await shelf.load(tx));
    const position = await positionOf(tx, compilationId);
    const planned = meetingTerms(position, kind);
    const round = nextRound(position, kind, planned);
    const parties = await chosenParties(tx, kind, arrangement.partyIds);
    const id = await keep(act, arrangement, round, { parties, planned });
    const { deadlineKey: key } = planned;
    const due = await tx.findOneBy(Deadline, { compilationId, key });
    act.note({ id, kind, round, ...times, invited: parties.map((party) => party.partyId) });
    const warnings = meetingWarnings(times.startsAt, act.now, due?.nominal ?? null);
    const early = await dayWarnings(tx, compilationId, shelf, { key, startsAt: times.startsAt });
    return { id, round, warnings: [...warnings, ...early] };
  },
});

function nextRound(position: Position, kind: MeetingKind, { title }: MeetingTerms): number {
  requireUnderway(position, '安排会议');
  if (position.standsIn(meetingKinds[kind].stage, 'convened')) throw new MeetingAlreadyConvened(title);
  return currentRound(position.context, kind) + 1;
}

async function keep(
  act: Act,
  arrangement: Arrangement,
  round: number,
  { parties, planned }: Plan,
): Promise<string> {
  const { tx, compilationId } = act;
  const { kind, place } = arrangement;
  const draft = await latestFrozen(tx, compilationId, planned.version);
  const terms = {
    ...toMeetingTimes(arrangement),
    place,
    agenda: arrangement.agenda ?? [...planned.agenda],
    draftVersionId: draft?.id ?? null,
  };
  const known = await meetingOfRound(tx, compilationId, kind, round);
  const asked = known === null ? [] : await findInvitees(tx, known.id);
  const { began } = arrangement;
  requireBegan(began, arrangementContent(known, asked), '该会议安排', arrangementWords(known, asked));
  const id = known?.id ?? act.ids.next();
  if (known === null) {
    await insertRows(tx, Meeting, [{ id, compilationId, kind, round, ...terms, ...notYetConvened }]);
  } else {
    await saveRevision(tx, Meeting, known, terms, '该会议安排');
    await tx.delete(Invitee, { meetingId: id });
  }
  const blank = { compilationId, meetingId: id, ...notYetAnswered };
  await insertRows(
    tx,
    Invitee,
    parties.map((party, position) => ({ id: act.ids.next(), position, ...party, ...blank })),
  );
  return id;
}

const notYetConvened = {
  invitationSequence: 0,
  materialsSentAt: null,
  heldAt: null,
  conclusion: null,
  concludedAt: null,
  minutes: null,
  revision: 1,
};
