import { type FactScope } from '../engine/index.js';
import { excerpt } from '../platform/index.js';
import { type SchemeContext } from '../../workflows/index.js';
import { type Meeting } from './meeting.entity.js';
import { type MeetingKind } from './meeting-kinds.js';
import { findPoints, meetingOfRound } from './review.repository.js';
import { type PointKind } from './review-point.entity.js';
import { currentRound } from './standing.js';

const roundOf = ({ context }: FactScope, kind: MeetingKind | PointKind): number =>
  currentRound(context as unknown as SchemeContext, kind);

/** The meeting that was convened last; earlier rounds no longer count. */
export const currentMeeting = (scope: FactScope, kind: MeetingKind): Promise<Meeting | null> =>
  meetingOfRound(scope.tx, scope.compilationId, kind, roundOf(scope, kind));

/** The meeting that would be convened next: its round is not counted yet. One whose day has passed is none. */
export async function nextMeeting(scope: FactScope, kind: MeetingKind): Promise<Meeting | null> {
  const { tx, compilationId, now } = scope;
  const meeting = await meetingOfRound(tx, compilationId, kind, roundOf(scope, kind) + 1);
  return meeting !== null && meeting.startsAt > now ? meeting : null;
}

/** The current round's points, and those without an answer as “二、（五）…：…”. */
export async function pointFacts(
  scope: FactScope,
  kind: PointKind,
): Promise<{ points: number; unanswered: string[] }> {
  const points = await findPoints(scope.tx, scope.compilationId, kind, roundOf(scope, kind));
  const open = points.filter((point) => point.answer === null);
  return {
    points: points.length,
    unanswered: open.map(
      ({ clauseLabel, content }) => `${excerpt(clauseLabel, 20)}：${excerpt(content, 20)}`,
    ),
  };
}
