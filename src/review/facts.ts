import { workingRevision } from '../drafts/index.js';
import { type FactScope } from '../engine/index.js';
import { excerpt } from '../platform/index.js';
import { type PlanContext } from '../../workflows/index.js';
import { type Meeting } from './meeting.entity.js';
import { type MeetingKind } from './meeting-kinds.js';
import { findPoints, meetingOfRound } from './review.repository.js';
import { type PointKind, type ReviewPoint } from './review-point.entity.js';
import { currentRound } from './standing.js';
import { unfoundedPoints } from './unfounded-points.js';

const roundOf = ({ context }: FactScope, kind: MeetingKind | PointKind): number =>
  currentRound(context as unknown as PlanContext, kind);

/** The meeting that was convened last; earlier rounds no longer count. */
export const currentMeeting = (scope: FactScope, kind: MeetingKind): Promise<Meeting | null> =>
  meetingOfRound(scope.tx, scope.compilationId, kind, roundOf(scope, kind));

/** The meeting that would be convened next: its round is not counted yet. One whose day has passed is none. */
export async function nextMeeting(scope: FactScope, kind: MeetingKind): Promise<Meeting | null> {
  const { tx, compilationId, now } = scope;
  const meeting = await meetingOfRound(tx, compilationId, kind, roundOf(scope, kind) + 1);
  return meeting !== null && meeting.startsAt > now ? meeting : null;
}

/**
 * The current round's points: those without an answer, and those answered 已修改 whose clause reads as in the draft
 * that was discussed; as “二、（五）…：…”.
 */
export async function pointFacts(
  scope: FactScope,
  kind: PointKind,
  discussedVersionId: string | null,
): Promise<{ points: number; unanswered: string[]; unfounded: string[] }> {
  const { tx, compilationId } = scope;
  const points = await findPoints(tx, compilationId, kind, roundOf(scope, kind));
  const working = await workingRevision(tx, compilationId);
  const unfounded = await unfoundedPoints(tx, points, discussedVersionId, working?.id ?? null);
  return {
    points: points.length,
    unanswered: points.filter(({ answer }) => answer === null).map(shortly),
    unfounded: unfounded.map(shortly),
  };
}

const shortly = ({ clauseLabel, content }: ReviewPoint): string =>
  `${excerpt(clauseLabel, 20)}：${excerpt(content, 20)}`;
