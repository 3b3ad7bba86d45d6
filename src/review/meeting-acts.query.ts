import { Injectable } from '@nestjs/common';
import { type Position, positionOf } from '../engine/index.js';
import { Clock, Database } from '../platform/index.js';
import { approveStage, type StateOf } from '../../workflows/index.js';
import { invitableParties, type Party } from './invitable-parties.js';
import { type Meeting } from './meeting.entity.js';
import { plenaryRule, type PlenaryRule } from './meeting-rules.js';
import {
  findMeetingTerms,
  type MeetingKind,
  meetingKindNames,
  meetingKinds,
  type MeetingTerms,
  plannedMeeting,
} from './meeting-kinds.js';
import { findInvitees, findMeeting } from './review.repository.js';
import { type PointKind } from './review-point.entity.js';
import { currentRound, pointKindOf } from './standing.js';

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
      return actsOf(meeting, await positionOf(reader, compilationId), this.clock.now());
    });
  }

  /** Whether the next meeting of a kind may be arranged: the last one is not being held just now. */
  mayArrange(compilationId: string, kind: MeetingKind): Promise<boolean> {
    return this.database.read(async (reader) => {
      const position = await positionOf(reader, compilationId);
      return !position.is('idle') && !position.standsIn(meetingKinds[kind].stage, 'convened');
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

  /** The meetings that the plan has. */
  planned(compilationId: string): Promise<(MeetingTerms & { kind: MeetingKind })[]> {
    return this.database.read(async (reader) => {
      const position = await positionOf(reader, compilationId);
      return meetingKindNames.flatMap((kind) => {
        const terms = plannedMeeting(position, kind);
        return terms === null ? [] : [{ ...terms, kind }];
      });
    });
  }

  /** @throws MeetingNotPlanned */
  terms(compilationId: string, kind: MeetingKind): Promise<MeetingTerms> {
    return this.database.read((reader) => findMeetingTerms(reader, compilationId, kind));
  }

  rule(compilationId: string): Promise<PlenaryRule> {
    return this.database.read((reader) => plenaryRule(reader, compilationId));
  }

  /** Points that the municipal government made are filed and answered while the returned draft is reworked. */
  municipalOpen(compilationId: string): Promise<boolean> {
    return this.database.read(async (reader) =>
      (await positionOf(reader, compilationId)).standsIn(approveStage, 'reworking'),
    );
  }

  /** The round whose points may be answered. */
  round(compilationId: string, kind: PointKind): Promise<number> {
    return this.database.read(async (reader) =>
      currentRound((await positionOf(reader, compilationId)).context, kind),
    );
  }
}

function actsOf(meeting: Meeting, position: Position, now: number): MeetingActs {
  const { kind, round, materialsSentAt, heldAt, startsAt } = meeting;
  const { stage } = meetingKinds[kind];
  const current = currentRound(position.context, kind);
  const idle = position.is('idle');
  const at = (...states: StateOf<typeof stage>[]) => round === current && position.standsIn(stage, ...states);
  const convened = materialsSentAt !== null;
  const open = convened && at('convened', 'reworking', 'revising');
  const held = heldAt !== null;
  const expert = pointKindOf(kind) === 'expert';
  return {
    arrange: !convened && round === current + 1 && !idle,
    reschedule: convened && !held && !idle,
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
