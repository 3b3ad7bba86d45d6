import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { dayWarnings, Deadline } from '../compilation/index.js';
import { latestFrozen } from '../drafts/index.js';
import { type Act, Acts } from '../engine/index.js';
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
import { meetingKindNames, meetingKinds } from './meeting-kinds.js';
import { checkMeetingTimes, meetingTimesInput, meetingWarnings, toMeetingTimes } from './meeting-times.js';
import { MeetingAlreadyConvened } from './review.errors.js';
import { findInvitees, meetingOfRound } from './review.repository.js';
import { currentRound, findStanding, requireUnderway } from './standing.js';

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
      const round = await this.nextRound(act, arrangement);
      const parties = await chosenParties(act.tx, kind, arrangement.partyIds);
      const id = await this.keep(act, arrangement, round, parties);
      const due = await act.tx.findOneBy(Deadline, { compilationId, key: meetingKinds[kind].deadlineKey });
      act.note({ id, kind, round, ...times, invited: parties.map((party) => party.partyId) });
      const warnings = meetingWarnings(times.startsAt, act.now, due?.nominal ?? null);
      const meeting = { key: meetingKinds[kind].deadlineKey, startsAt: times.startsAt };
      const early = await dayWarnings(act.tx, compilationId, this.shelf, meeting);
      return { id, round, warnings: [...warnings, ...early] };
    });
  }

  private async nextRound(act: Act, { kind }: Arrangement): Promise<number> {
    const standing = await findStanding(act.tx, act.compilationId);
    requireUnderway(standing, '安排会议');
    const { stage, title } = meetingKinds[kind];
    if (standing.state === `${stage}.convened`) throw new MeetingAlreadyConvened(title);
    return currentRound(standing.context, kind) + 1;
  }

  private async keep(act: Act, arrangement: Arrangement, round: number, parties: Party[]): Promise<string> {
    const { tx, compilationId } = act;
    const { kind, place } = arrangement;
    const draft = await latestFrozen(tx, compilationId, meetingKinds[kind].version);
    const terms = {
      ...toMeetingTimes(arrangement),
      place,
      agenda: arrangement.agenda ?? [...meetingKinds[kind].agenda],
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

const notYetConvened = {
  invitationSequence: 0,
  materialsSentAt: null,
  heldAt: null,
  conclusion: null,
  concludedAt: null,
  minutes: null,
  revision: 1,
};
