import { type EntityManager } from 'typeorm';
import { type Position, positionOf } from '../engine/index.js';
import {
  approveStage,
  expertReviewStage,
  type PlanContext,
  plenaryStage,
  type Stage,
} from '../../workflows/index.js';
import { type MeetingKind, meetingTerms } from './meeting-kinds.js';
import { type Meeting } from './meeting.entity.js';
import { type PointKind } from './review-point.entity.js';
import { MeetingNotConvened, MeetingRoundOver, NotAtThisStep } from './review.errors.js';
import { findMeeting } from './review.repository.js';

/** The round that is counted: of a meeting from when it is convened, of the packet from when it is submitted. */
export function currentRound(context: PlanContext, kind: MeetingKind | PointKind): number {
  if (kind === 'municipal') return context.packetRound;
  return kind === 'plenary' ? context.plenaryRound : context.expertReviewRound;
}

const stageOf: Record<PointKind, Stage> = {
  expert: expertReviewStage,
  plenary: plenaryStage,
  municipal: approveStage,
};

/** @throws NotAtThisStep unless the compilation stands in one of the states of that stage. */
export function requireState(
  position: Position,
  kind: PointKind,
  states: readonly string[],
  what: string,
): void {
  const stage = stageOf[kind];
  if (position.standsIn(stage, ...states)) return;
  throw new NotAtThisStep(what, position.stateTitle, position.titlesOf(stage, states));
}

export const pointKindOf = (kind: MeetingKind): PointKind => (kind === 'plenary' ? 'plenary' : 'expert');

/** From the invitation until the version that follows the meeting is frozen. */
const openStates = ['convened', 'reworking', 'revising'];

/**
 * The meeting of the current round, while its record may still be written.
 * @throws MeetingNotConvened, MeetingRoundOver, NotAtThisStep
 */
export async function openMeeting(
  reader: EntityManager,
  compilationId: string,
  meetingId: string,
  what: string,
): Promise<Meeting> {
  const meeting = await findMeeting(reader, compilationId, meetingId);
  const { kind, round, materialsSentAt } = meeting;
  const position = await positionOf(reader, compilationId);
  const { title } = meetingTerms(position, kind);
  if (materialsSentAt === null) throw new MeetingNotConvened(title);
  if (round !== currentRound(position.context, kind)) throw new MeetingRoundOver(title, round);
  requireState(position, pointKindOf(kind), openStates, what);
  return meeting;
}
