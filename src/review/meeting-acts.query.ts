import { Injectable } from '@nestjs/common';
import { Clock, Database } from '../platform/index.js';
import { invitableParties, type Party } from './invitable-parties.js';
import { type Meeting } from './meeting.entity.js';
import { plenaryRule, type PlenaryRule } from './meeting-rules.js';
import { type MeetingKind, meetingKinds } from './meeting-kinds.js';
import { findInvitees, findMeeting } from './review.repository.js';
import { type PointKind } from './review-point.entity.js';
import { currentRound, findStanding, pointKindOf, type Standing } from './standing.js';

/** Which acts a meeting admits now, so that a page offers no button that is always refused. */
export interface MeetingActs {
  /** Not convened yet: may be arranged anew. */
  arrange: boolean;
  reschedule: boolean;
  respond: boolean;
  /** Somebody more may be invited, or somebody no longer. */
  invite: boolean;
  attend: boolean;
  /** Declarations, opinions and signatures of experts. */
  write: boolean;
  file: boolean;
  conclude: boolean;
  /** Attendance and conclusion may be taken back. */
  withdraw: boolean;
  answer: boolean;
}

const idle = ['prepared', 'suspended', 'published', 'terminated'];
const municipalRework = 'deliberating.municipalApproval.reworking';

/** Tells what may be done at meetings and about points; the use cases check it again. */
@Injectable()
export class MeetingActsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  of(compilationId: string, meetingId: string): Promise<MeetingActs> {
    return this.database.read(async (reader) => {
      const meeting = await findMeeting(reader, compilationId, meetingId);
      return actsOf(meeting, await findStanding(reader, compilationId), this.clock.now());
    });
  }

  /** Whether the next meeting of a kind may be arranged: the last one is not being held just now. */
  mayArrange(compilationId: string, kind: MeetingKind): Promise<boolean> {
    return this.database.read(async (reader) => {
      const { state } = await findStanding(reader, compilationId);
      return !idle.includes(state) && state !== `${meetingKinds[kind].stage}.convened`;
    });
  }

  /** Whom the directory knows and the meeting does not invite yet. */
  invitable(compilationId: string, meetingId: string): Promise<Party[]> {
    return this.database.read(async (reader) => {
      const { kind } = await findMeeting(reader, compilationId, meetingId);
      const known = new Set((await findInvitees(reader, meetingId)).map(({ partyId }) => partyId));
      return (await invitableParties(reader, kind)).filter(({ partyId }) => !known.has(partyId));
    });
  }

  rule(compilationId: string): Promise<PlenaryRule> {
    return this.database.read((reader) => plenaryRule(reader, compilationId));
  }

  /** Points that the municipal government made are filed and answered while the returned draft is reworked. */
  municipalOpen(compilationId: string): Promise<boolean> {
    return this.database.read(
      async (reader) => (await findStanding(reader, compilationId)).state === municipalRework,
    );
  }

  /** The round whose points may be answered. */
  round(compilationId: string, kind: PointKind): Promise<number> {
    return this.database.read(async (reader) =>
      currentRound((await findStanding(reader, compilationId)).context, kind),
    );
  }
}

function actsOf(meeting: Meeting, { state, context }: Standing, now: number): MeetingActs {
  const { kind, round, materialsSentAt, heldAt, startsAt } = meeting;
  const { stage } = meetingKinds[kind];
  const current = currentRound(context, kind);
  const at = (...names: string[]) => round === current && names.some((name) => state === `${stage}.${name}`);
  const convened = materialsSentAt !== null;
  const open = convened && at('convened', 'reworking', 'revising');
  const held = heldAt !== null;
  const expert = pointKindOf(kind) === 'expert';
  return {
    arrange: !convened && round === current + 1 && !idle.includes(state),
    reschedule: convened && !held && !idle.includes(state),
    respond: open && !held,
    invite: at('convened', 'revising') && convened && !held,
    attend: open && now >= startsAt,
    write: open && expert,
    file: open && (expert || held),
    conclude: at('convened', 'revising') && convened && held,
    withdraw: at('convened', 'revising') && convened && held,
    answer: at('reworking', 'revising'),
  };
}
