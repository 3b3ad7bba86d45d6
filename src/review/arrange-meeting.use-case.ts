import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { dayWarnings, Deadline, requireUnderway } from '../compilation/index.js';
import { latestFrozen } from '../drafts/index.js';
import { type Act, Acts, type Position, positionOf } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  insertRows,
  lineInput,
  parseInput,
  requireBegan,
  saveRevision,
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

export const arrangeMeetingSchema = z.object({
  kind: z.enum(meetingKindNames, { error: '应为 expertReview（专家论证会）或者 plenary（全体会议）' }),
  ...meetingTimesInput,
  place: lineInput(),
  agenda: z.array(lineInput()).max(30, { error: '议程最多30项' }).optional(),
  /** Ids of experts, or of the leading group's members; without them the whole leading group is invited. */
  partyIds: z.array(z.string()).max(200, { error: '一次最多邀请200名' }).optional(),
  began: beganInput,
});
type Arrangement = z.output<typeof arrangeMeetingSchema>;

/** Who is invited, and what the plan says of the meeting. */
interface Plan {
  parties: Party[];
  planned: MeetingTerms;
}

export interface ArrangedMeeting {
  id: string;
  round: number;
  warnings: string[];
}

/** Sets day, place and participants of the next meeting; until it is convened it may be arranged anew. */
@Injectable()
export class ArrangeMeetingUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
  ) {}

  /** @param input `{kind, date, from, to, place, agenda?, partyIds?}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<ArrangedMeeting> {
    const arrangement = parseInput(arrangeMeetingSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'meeting.arranged' }, async (act) => {
      const { kind } = arrangement;
      const times = toMeetingTimes(arrangement);
      checkMeetingTimes(times, act.now, await this.shelf.load(act.tx));
      const position = await positionOf(act.tx, compilationId);
      const terms = meetingTerms(position, kind);
      const round = nextRound(position, kind, terms);
      const parties = await chosenParties(act.tx, kind, arrangement.partyIds);
      const id = await this.keep(act, arrangement, round, { parties, planned: terms });
      const due = await act.tx.findOneBy(Deadline, { compilationId, key: terms.deadlineKey });
      act.note({ id, kind, round, ...times, invited: parties.map((party) => party.partyId) });
      const warnings = meetingWarnings(times.startsAt, act.now, due?.nominal ?? null);
      const meeting = { key: terms.deadlineKey, startsAt: times.startsAt };
      const early = await dayWarnings(act.tx, compilationId, this.shelf, meeting);
      return { id, round, warnings: [...warnings, ...early] };
    });
  }

  private async keep(
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
}

function nextRound(position: Position, kind: MeetingKind, { title }: MeetingTerms): number {
  requireUnderway(position, '安排会议');
  if (position.standsIn(meetingKinds[kind].stage, 'convened')) throw new MeetingAlreadyConvened(title);
  return currentRound(position.context, kind) + 1;
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
