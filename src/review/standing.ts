import { type EntityManager } from 'typeorm';
import { CompilationNotUnderway, standstill } from '../compilation/index.js';
import { Chart, definitionOf, WorkflowInstance } from '../engine/index.js';
import { NotFound } from '../platform/index.js';
import { implementationScheme2021, type SchemeContext } from '../../workflows/index.js';
import { type MeetingKind, meetingKinds } from './meeting-kinds.js';
import { type Meeting } from './meeting.entity.js';
import { type PointKind } from './review-point.entity.js';
import { MeetingNotConvened, MeetingRoundOver, NotAtThisStep } from './review.errors.js';
import { findMeeting } from './review.repository.js';

/** Where the compilation stands, and in which round of each review. */
export interface Standing {
  state: string;
  context: SchemeContext;
}

export async function findStanding(reader: EntityManager, compilationId: string): Promise<Standing> {
  const instance = await reader.findOneBy(WorkflowInstance, { id: compilationId });
  if (instance === null) throw new NotFound('编制项目', compilationId);
  const chart = Chart.restore(definitionOf(instance.definition), instance.snapshot);
  return { state: chart.state, context: chart.context as unknown as SchemeContext };
}

/** The round that is counted: of a meeting from when it is convened, of the packet from when it is submitted. */
export function currentRound(context: SchemeContext, kind: MeetingKind | PointKind): number {
  if (kind === 'municipal') return context.packetRound;
  return kind === 'plenary' ? context.plenaryRound : context.expertReviewRound;
}

/** @throws CompilationNotUnderway before the start, during a suspension and after the end. */
export function requireUnderway({ state }: Standing, what: string): void {
  if (standstill.includes(state)) {
    throw new CompilationNotUnderway(what, implementationScheme2021.stateTitles[state]);
  }
}

const stageOf: Record<PointKind, string> = {
  expert: meetingKinds.expertReview.stage,
  plenary: meetingKinds.plenary.stage,
  municipal: 'deliberating.municipalApproval',
};

/** @throws NotAtThisStep unless the compilation stands in one of the states of that stage. */
export function requireState(
  { state }: Standing,
  kind: PointKind,
  states: readonly string[],
  what: string,
): void {
  const allowed = states.map((name) => `${stageOf[kind]}.${name}`);
  if (!allowed.includes(state)) {
    const titles = implementationScheme2021.stateTitles;
    throw new NotAtThisStep(
      what,
      titles[state],
      allowed.map((path) => titles[path]),
    );
  }
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
  const { title } = meetingKinds[kind];
  if (materialsSentAt === null) throw new MeetingNotConvened(title);
  const standing = await findStanding(reader, compilationId);
  if (round !== currentRound(standing.context, kind)) throw new MeetingRoundOver(title, round);
  requireState(standing, pointKindOf(kind), openStates, what);
  return meeting;
}
